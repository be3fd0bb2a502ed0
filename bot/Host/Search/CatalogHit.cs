using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.Search;

/// <summary>A row that was found: where its words lie, and what of its traits may be shown with them.</summary>
/// <param name="Shown">Null while its quarter is not closed.</param>
public sealed record CatalogHit(CaseStudyId Id, Combination? Shown);
