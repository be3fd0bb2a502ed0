using AdaptiveCards;
using RetroBot.Cards.CaseStudies;

namespace RetroBot.Cards.Digests;

/// <summary>What the team's channel reads when a round is over: the same for the lead and everybody else.</summary>
/// <param name="RoundName">Such as <c>2026-W47</c>.</param>
/// <param name="Monday">The Monday of the round's ISO week.</param>
/// <param name="Threshold">How many answers each number rests on at least.</param>
/// <param name="Answered">How many answered; null below the threshold, and then the card holds no number about the answers at all.</param>
/// <param name="ClosedEarly">Whether a lead closed the round before its time.</param>
/// <param name="AsIn">The week whose numbers these still are, since too little changed; null where they are the round's own.</param>
public sealed record DigestCard(
    string TeamName, string RoundName, DateOnly Monday, int Threshold, DigestCard.Band? Answered, IReadOnlyList<DigestCard.Section> Sections, bool ClosedEarly, DigestCard.Week? AsIn = null) : Card
{
    /// <summary>The first in which the card is small enough to send: texts of case studies are shortened, then numbers stand in words alone. Numbers never are.</summary>
    private static readonly Layout[] Layouts = [new(240, Bars: true), new(160, Bars: true), new(100, Bars: true), new(240, Bars: false), new(160, Bars: false), new(60, Bars: false)];

    /// <summary>Bytes of the card around its body, and what a client may add.</summary>
    private const int Reserve = 1024;

    /// <summary>Case studies, in the order in which they were chosen; none that was withdrawn.</summary>
    public IReadOnlyList<DigestStory> Stories { get; init; } = [];

    /// <summary>Whether an author withdrew a case study after the digest was posted.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>What a lead says that the team changed, redacted; null where nothing was said.</summary>
    public string? Changed { get; init; }

    /// <summary>How things go over time; null in all but every fourth digest.</summary>
    public DigestTrend? Trend { get; init; }

    /// <summary>What the team tracks; null where no lead gave it.</summary>
    public OutcomeShown? Outcome { get; init; }

    /// <summary>For whoever has just pressed a button; null in the channel.</summary>
    public OwnView? Own { get; init; }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        var bodies = Layouts.Select(layout => Body(texts, layout).ToList());
        card.Body.AddRange(bodies.FirstOrDefault(body => BytesOf(body) <= LargestBytes - Reserve) ?? [.. Body(texts, Layouts[^1])]);
    }

    private IEnumerable<AdaptiveElement> Body(Texts texts, Layout layout)
    {
        if (Own?.Notice is { } notice) yield return Elements.Notice(Choices.TextOf(texts, notice));
        yield return Elements.Overline(texts.Format("Digest.Overline", TeamName, RoundName));
        yield return Elements.Heading(texts.Format("Digest.Title", Monday));
        foreach (var sentence in Intro(texts)) yield return Elements.Paragraph(sentence);
        if (Answered is not null && Sections.Any(section => section.Shares is not null)) yield return Elements.Note(texts.Format("Digest.Shares", Threshold));
        if (ClosedEarly) yield return Elements.Note(texts["Digest.ClosedEarly"]);
        if (Stories.Count > 0 || Withdrawn) yield return DigestStoryView.Draw(texts, RoundName, Stories, Withdrawn, layout.LongestText, Own?.Tried);
        var foot = new AdaptiveContainer { Separator = true, Spacing = AdaptiveSpacing.Large };
        if (Answered is not null)
        {
            foreach (var section in Sections)
            {
                if (section.Shares is { } shares) yield return Drawn(texts, section, shares, layout.Bars);
            }

            if (Withheld(texts) is { Count: > 0 } withheld)
                foot.Items.Add(Elements.Note(texts.Format("Digest.Withheld", new Phrase(string.Join(texts["StoryView.Separator"], withheld)))));
        }

        if (Trend is { } trend) yield return TrendView.Draw(texts, trend);
        if (Outcome is { } outcome) yield return TwoNumbersView.Draw(texts, outcome);
        if (Changed is { } changed) yield return ChangedView.Draw(texts, changed);
        foot.Items.Add(Elements.Note(texts["Digest.Promise"]));
        yield return foot;
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts.Format("Digest.Title", Monday), Intro(texts).First());

    private IEnumerable<string> Intro(Texts texts)
    {
        if (AsIn is { } week) yield return texts.Format(Answered is null ? "Digest.TooLittleChanged" : "Digest.Stands", week.Monday, week.RoundName);
        switch (Answered)
        {
            case null when AsIn is null:
                yield return texts["Digest.TooFew"];
                yield return texts["Digest.StillWelcome"];
                break;
            case { To: { } to }:
                yield return texts.Count(AsIn is null ? "Digest.Answered" : "Digest.AnsweredThen", to, Answered.From, to);
                break;
            case { To: null }:
                yield return texts.Count(AsIn is null ? "Digest.AnsweredAndMore" : "Digest.AnsweredThenAndMore", Answered.From, Answered.From);
                break;
        }
    }

    private List<string> Withheld(Texts texts) =>
        [.. Sections.Where(section => section.Shares is null).Select(section => Choices.TextOf(texts, section.Question))];

    private AdaptiveContainer Drawn(Texts texts, Section section, IReadOnlyList<Share> shares, bool withBars)
    {
        List<AdaptiveElement> items = [Elements.Subheading(Choices.TextOf(texts, section.Question))];
        if (section.AsIn != AsIn) items.Add(Elements.Note(section.AsIn is { } week ? texts.Format("Digest.SectionStands", week.Monday, week.RoundName) : texts["Digest.SectionIsNew"]));
        if (Explanation(section.Question) is { } key) items.Add(Elements.Note(texts[key]));
        if (!withBars) items.Add(new AdaptiveFactSet { Spacing = AdaptiveSpacing.Small, Facts = [.. shares.Select(share => ShareBar.InWords(texts, Label(texts, share), share.Percent))] });
        else if (section.Question == Question.Changes) items.Add(ChangesChart.Draw(texts, shares));
        else items.AddRange(shares.Select(share => ShareBar.Draw(texts, Label(texts, share), share.Percent)));
        return new AdaptiveContainer { Spacing = AdaptiveSpacing.Large, Items = items };
    }

    private static string Label(Texts texts, Share share) => share.Tool is { } tool ? texts.Value(tool) : texts[$"Share.{share.Key}"];

    /// <returns>Null for a question that needs none.</returns>
    private static string? Explanation(Question question) => question switch
    {
        Question.Changes => "Digest.AnyNumber",
        Question.Obligation => "Digest.LowerBound",
        _ => null,
    };

    /// <param name="LongestText">Characters of each text of a case study.</param>
    private sealed record Layout(int LongestText, bool Bars);

    /// <param name="To">Inclusive; null for "and more".</param>
    public sealed record Band(int From, int? To);

    /// <param name="Monday">Of the ISO week.</param>
    public sealed record Week(string RoundName, DateOnly Monday);

    /// <param name="Shares">Null when withheld.</param>
    /// <param name="AsIn">As the card's; most sections have the same.</param>
    public sealed record Section(Question Question, IReadOnlyList<Share>? Shares, Week? AsIn = null);

    /// <param name="Key">Names a text, such as <c>outcome.helped</c>.</param>
    /// <param name="Percent">A multiple of 10. 0 reads "under 10 %" and 100 "over 90 %": no part that is shown holds nobody or everybody.</param>
    /// <param name="Tool">The name of a tool, which stands in place of the text; null elsewhere.</param>
    public sealed record Share(string Key, int Percent, string? Tool = null);

    public enum Question
    {
        Outcome,
        Time,
        Changes,
        Confidence,
        Tools,
        Obligation,
    }
}
