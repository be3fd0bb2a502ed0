using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Search;

/// <param name="Rows">Those of <paramref name="Hits"/> that are still there.</param>
public sealed record CatalogPage(CatalogHits Hits, IReadOnlyList<CatalogRow> Rows);
