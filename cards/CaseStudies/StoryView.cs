using AdaptiveCards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A story as the team reads it: in the author's preview and in a recipe all of it, in the digest the most useful part.</summary>
internal static class StoryView
{
    public static IEnumerable<AdaptiveElement> Whole(Texts texts, WrittenStory story, string? signature, VerificationLevel level) =>
    [
        new AdaptiveTextBlock(texts.Value(story.Title)) { Weight = AdaptiveTextWeight.Bolder, Wrap = true },
        .. Standing(texts, story, signature, level),
        .. Paragraphs(texts, ("StoryView.UsualWay", story.UsualWay), ("StoryView.AiRole", story.AiRole), ("StoryView.HumanCheck", story.HumanCheck), ("StoryView.Changes", Listed(texts, story.Changes))),
        .. Paragraphs(texts, ("StoryView.HowToTry", story.HowToTry), ("StoryView.NotWhen", story.NotWhen), ("StoryView.Discovery", FoundBy(texts, story)), ("StoryView.Evidence", story.Evidence)),
    ];

    /// <param name="longest">Characters of each text; what is longer ends in an ellipsis.</param>
    public static IEnumerable<AdaptiveElement> Part(Texts texts, WrittenStory story, string? signature, VerificationLevel level, int longest) =>
    [
        new AdaptiveTextBlock(texts.Value(story.Title)) { Weight = AdaptiveTextWeight.Bolder, Wrap = true },
        .. Standing(texts, story, signature, level),
        .. Paragraphs(
            texts,
            ("StoryView.AiRole", story.AiRole is { } text ? Shortened(text, longest) : null),
            ("StoryView.Changes", Listed(texts, story.Changes)),
            ("StoryView.HowToTry", Shortened(story.HowToTry, longest))),
    ];

    /// <summary>For somebody about to try it: what to do stands out, and what led there comes last.</summary>
    public static IEnumerable<AdaptiveElement> Steps(Texts texts, WrittenStory story) =>
    [
        Elements.Box(AdaptiveSpacing.Medium, Paragraphs(texts, ("StoryView.HowToTry", story.HowToTry), ("StoryView.NotWhen", story.NotWhen))),
        .. Paragraphs(texts, ("StoryView.HumanCheck", story.HumanCheck), ("StoryView.Evidence", story.Evidence), ("StoryView.Changes", Listed(texts, story.Changes)), ("StoryView.AiRole", story.AiRole), ("StoryView.UsualWay", story.UsualWay)),
    ];

    /// <summary>What it is about, and how far it is borne out.</summary>
    public static IEnumerable<AdaptiveElement> Standing(Texts texts, WrittenStory story, string? signature, VerificationLevel level) =>
    [
        Elements.Note(string.Join(texts["StoryView.Separator"], About(texts, story, signature))).Spaced(AdaptiveSpacing.None),
        Elements.Note(texts.Format("StoryView.Level", Choices.TextOf(texts, level), texts[MeaningOf(level, story.Confidence)])).Spaced(AdaptiveSpacing.None),
    ];

    /// <summary>At a blank where there is one near, and never within a character.</summary>
    public static string Shortened(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var cut = text.LastIndexOf(' ', longest - 1, longest / 3) is var blank and > 0 ? blank : longest - 1;
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)].TrimEnd() + "…";
    }

    private static IEnumerable<AdaptiveElement> Paragraphs(Texts texts, params IEnumerable<(string Label, string? Text)> parts) =>
        parts.Where(part => part.Text is not null).Select(part => Elements.Paragraph(texts.Format(part.Label, part.Text!)));

    private static IEnumerable<string> About(Texts texts, WrittenStory story, string? signature)
    {
        yield return Choices.TextOf(texts, story.Area);
        if (story.Tool is { } tool) yield return texts.Value(tool);
        if (signature is not null) yield return texts.Format("StoryView.Signed", signature);
    }

    private static string MeaningOf(VerificationLevel level, ConfidenceChoice? confidence) => (level, confidence) switch
    {
        (VerificationLevel.SelfReported, _) => "StoryView.SelfReported",
        (VerificationLevel.AuthorChecked, ConfidenceChoice.Measured) => "StoryView.Measured",
        (VerificationLevel.AuthorChecked, _) => "StoryView.Compared",
        (VerificationLevel.WorkedForOthers, _) => "StoryView.WorkedForOthers",
        (VerificationLevel.TeamMetricMoved, _) => "StoryView.TeamMetricMoved",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    private static string? FoundBy(Texts texts, WrittenStory story) => story.Discovery is { } found ? Choices.TextOf(texts, found) : null;

    private static string Listed(Texts texts, IEnumerable<ChangeChoice> changes) =>
        string.Join(texts["StoryView.Separator"], changes.Select(change => Choices.TextOf(texts, change)));
}
