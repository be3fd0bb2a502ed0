namespace RetroBot.Cards.Catalogs;

/// <summary>Why no case study is shown to whoever asked for the catalog.</summary>
public enum CatalogNotice
{
    NothingFound,

    /// <summary>None has been published, or each was withdrawn.</summary>
    Empty,

    /// <summary>The service was started a moment ago.</summary>
    Preparing,

    /// <summary>The catalog is not for this person.</summary>
    NotReader,
}
