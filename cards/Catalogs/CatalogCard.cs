using AdaptiveCards;
using RetroBot.Cards.Digests;

namespace RetroBot.Cards.Catalogs;

/// <summary>What somebody finds in the catalog from their own chat.</summary>
/// <param name="Entries">One to <see cref="MostEntries"/>.</param>
/// <param name="IsSearch">Whether they fit words; else they are the newest.</param>
/// <param name="OutOf">How many there are altogether; null where these are all.</param>
/// <param name="Page">Where the same is read in a browser; null where nobody can sign in there.</param>
public sealed record CatalogCard(IReadOnlyList<CatalogEntry> Entries, bool IsSearch, DigestCard.Band? OutOf, Uri? Page) : Card
{
    public const int MostEntries = 5;

    /// <summary>Bytes of the message around the card.</summary>
    private const int Envelope = 2048;

    /// <summary>The first in which the card is small enough to send. How to try it is never shortened.</summary>
    private static readonly CatalogLayout[] Layouts = [new(LongestLead: 200, WithNotWhen: true), new(LongestLead: 200, WithNotWhen: false), new(LongestLead: 100, WithNotWhen: false)];

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        if (Page is { } page) card.Actions.Add(Elements.Link(texts["Catalog.Link"], page));
        foreach (var layout in Layouts)
        {
            card.Body = [.. Body(texts, layout)];
            if (BytesOf(card) <= LargestBytes - Envelope) return;
        }
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", Title(texts), Entries[0].Title);

    private string Title(Texts texts) => texts[IsSearch ? "Catalog.Found" : "Catalog.Newest"];

    private IEnumerable<AdaptiveElement> Body(Texts texts, CatalogLayout layout) =>
    [
        Elements.Heading(Title(texts)),
        .. OutOf is { } all ? [Elements.Note(all.To is { } to ? texts.Format("Catalog.OfBand", Entries.Count, all.From, to) : texts.Format("Catalog.OfMore", Entries.Count, all.From))] : Array.Empty<AdaptiveElement>(),
        .. Entries.Select((entry, number) => CatalogEntryView.Draw(texts, entry, number, layout)),
        .. IsSearch ? Array.Empty<AdaptiveElement>() : [Elements.Note(texts["Catalog.HowToSearch"]).Spaced(AdaptiveSpacing.Large)],
    ];
}
