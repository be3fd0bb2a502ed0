namespace RetroBot.Core.Catalogs;

/// <summary>In which order the catalog is shown. Never by hours: time that people say they saved proves nothing, and would be competed for.</summary>
public enum CatalogOrder
{
    /// <summary>What fits the words best; without words, the newest.</summary>
    BestMatch,

    /// <summary>By quarter.</summary>
    Newest,

    /// <summary>By the step of verification, then by quarter.</summary>
    BestVerified,
}
