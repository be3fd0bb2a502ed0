using RetroBot.Core.Catalogs;
using RetroBot.Core.Digests;

namespace RetroBot.Host.Search;

/// <summary>One page of what was found.</summary>
/// <param name="State">Of the index: see <see cref="CatalogIndex.State"/>.</param>
/// <param name="Total">How many were found altogether, as coarsely as anyone reads a number; null for fewer than five.</param>
/// <param name="HasMore">Whether there is a page after this one.</param>
/// <param name="Facets">Each value of what was found, the most frequent first.</param>
public sealed record CatalogHits(string State, IReadOnlyList<CatalogHit> Rows, bool IsEmpty, GroupBand? Total, bool HasMore, IReadOnlyDictionary<CatalogFacet, IReadOnlyList<FacetCount>> Facets);
