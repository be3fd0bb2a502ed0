using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.Digests;
using RetroBot.Core.Catalogs;
using RetroBot.Core.Digests;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Host.Search;

/// <summary>Fills the card that shows the catalog in a chat.</summary>
internal static class CatalogCards
{
    /// <param name="found">At least one row.</param>
    public static CatalogCard Of(CatalogPage found, bool isSearch, Uri? page) =>
        new([.. found.Rows.Select(Of)], isSearch, found.Hits is { HasMore: true, Total: { } all } ? BandOf(all) : null, page);

    private static CatalogEntry Of(CatalogRow row) => new(
        row.Story.Title, row.Step is { } step ? StoryTerms.Of(step) : null, row.Shown.Area is { } area ? StoryTerms.Of(area) : null, row.Shown.Tool, row.Facets.Period,
        row.Story.AiRole, row.Story.HowToTry, row.Story.NotWhen);

    private static DigestCard.Band BandOf(GroupBand band) => new(band.From, band.To);
}
