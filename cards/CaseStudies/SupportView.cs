using AdaptiveCards;
using RetroBot.Cards.Digests;

namespace RetroBot.Cards.CaseStudies;

/// <summary>How a case study fared with others, in quiet lines.</summary>
internal static class SupportView
{
    /// <returns>Nothing where nothing is shown.</returns>
    public static IEnumerable<AdaptiveElement> Draw(Texts texts, DigestStory story)
    {
        if (story.Worked is { } worked) yield return Elements.Note(Counted(texts, "Support.Worked", worked));
        if (story.DidNotWork is { } didNot) yield return Elements.Note(Counted(texts, "Support.DidNotWork", didNot)).Spaced(story.Worked is null ? AdaptiveSpacing.Small : AdaptiveSpacing.None);
    }

    private static string Counted(Texts texts, string key, DigestCard.Band band) =>
        texts.Count(key, band.To ?? band.From, band.To is { } to ? texts.Format("Support.Band", band.From, to) : texts.Format("Support.BandAndMore", band.From));
}
