using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Search;

/// <param name="Facets">The same object for all rows that show the same.</param>
internal readonly record struct IndexedRow(CatalogHit Hit, FacetValues Facets);
