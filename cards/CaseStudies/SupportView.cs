using AdaptiveCards;
using RetroBot.Cards.Digests;

namespace RetroBot.Cards.CaseStudies;

/// <summary>How a case study fared with others, in one quiet line.</summary>
internal static class SupportView
{
    /// <returns>Nothing where nothing is shown.</returns>
    public static IEnumerable<AdaptiveElement> Draw(Texts texts, DigestStory story)
    {
        string[] told = [.. Told("Support.Worked", story.Worked), .. Told("Support.DidNotWork", story.DidNotWork)];
        return told.Length == 0 ? [] : [Elements.Note(string.Join(texts["StoryView.Separator"], told))];

        IEnumerable<string> Told(string key, DigestCard.Band? band) => band is null ? [] : [Counted(texts, key, band)];
    }

    private static string Counted(Texts texts, string key, DigestCard.Band band) =>
        texts.Count(key, band.To ?? band.From, band.To is { } to ? texts.Format("Support.Band", band.From, to) : texts.Format("Support.BandAndMore", band.From));
}
