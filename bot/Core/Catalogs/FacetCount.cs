using RetroBot.Core.Digests;

namespace RetroBot.Core.Catalogs;

/// <summary>How many rows a value of a facet would leave.</summary>
/// <param name="Rows">As coarsely as anyone reads a number; null for fewer than five.</param>
public sealed record FacetCount(string Value, GroupBand? Rows);
