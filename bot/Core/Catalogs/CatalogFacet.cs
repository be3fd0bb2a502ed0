namespace RetroBot.Core.Catalogs;

/// <summary>What the catalog can be narrowed by.</summary>
public enum CatalogFacet
{
    Area,
    Tool,
    Outcome,
    Verification,
    Period,
}
