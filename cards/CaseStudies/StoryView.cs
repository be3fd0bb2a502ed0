using AdaptiveCards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A story as the team reads it: in the author's preview, and in the digest, which shows the most useful part.</summary>
internal static class StoryView
{
    public static IEnumerable<AdaptiveElement> Whole(Texts texts, WrittenStory story, string? signature) => Drawn(texts, story, signature,
    [
        ("StoryView.UsualWay", story.UsualWay),
        ("StoryView.AiRole", story.AiRole),
        ("StoryView.HumanCheck", story.HumanCheck),
        ("StoryView.Changes", Listed(texts, story.Changes)),
        ("StoryView.HowToTry", story.HowToTry),
        ("StoryView.NotWhen", story.NotWhen),
        ("StoryView.Discovery", story.Discovery is { } found ? Choices.TextOf(texts, found) : null),
        ("StoryView.Evidence", story.Evidence),
    ]);

    /// <param name="longest">Characters of each text; what is longer ends in an ellipsis.</param>
    public static IEnumerable<AdaptiveElement> Part(Texts texts, WrittenStory story, string? signature, int longest) => Drawn(texts, story, signature,
    [
        ("StoryView.AiRole", story.AiRole is { } text ? Shortened(text, longest) : null),
        ("StoryView.Changes", Listed(texts, story.Changes)),
        ("StoryView.HowToTry", Shortened(story.HowToTry, longest)),
    ]);

    private static IEnumerable<AdaptiveElement> Drawn(Texts texts, WrittenStory story, string? signature, (string Label, string? Text)[] parts)
    {
        yield return new AdaptiveTextBlock(texts.Value(story.Title)) { Weight = AdaptiveTextWeight.Bolder, Wrap = true };
        yield return Elements.Note(string.Join(texts["StoryView.Separator"], About(texts, story, signature))).Spaced(AdaptiveSpacing.None);
        foreach (var (label, text) in parts)
        {
            if (text is not null) yield return Elements.Paragraph(texts.Format(label, text));
        }
    }

    private static IEnumerable<string> About(Texts texts, WrittenStory story, string? signature)
    {
        yield return Choices.TextOf(texts, story.Area);
        if (story.Tool is { } tool) yield return texts.Value(tool);
        if (story.Confidence is { } sure) yield return texts[Told(sure)];
        if (signature is not null) yield return texts.Format("StoryView.Signed", signature);
    }

    private static string Told(ConfidenceChoice sure) => sure switch
    {
        ConfidenceChoice.Guess => "StoryView.Guess",
        ConfidenceChoice.Compared => "StoryView.Compared",
        ConfidenceChoice.Measured => "StoryView.Measured",
        _ => throw new ArgumentOutOfRangeException(nameof(sure), sure, null),
    };

    private static string Listed(Texts texts, IEnumerable<ChangeChoice> changes) =>
        string.Join(texts["List.Separator"], changes.Select(change => Choices.TextOf(texts, change)));

    /// <summary>At a blank where there is one near, and never within a character.</summary>
    private static string Shortened(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var cut = text.LastIndexOf(' ', longest - 1, longest / 3) is var blank and > 0 ? blank : longest - 1;
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)].TrimEnd() + "…";
    }
}
