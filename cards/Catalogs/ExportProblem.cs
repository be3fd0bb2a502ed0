namespace RetroBot.Cards.Catalogs;

/// <summary>Why there is no file, as whoever waits for it reads it.</summary>
public enum ExportProblem
{
    /// <summary>What Teams allowed has run out.</summary>
    Expired,

    /// <summary>Where files are saved, this one was refused.</summary>
    Refused,

    /// <summary>Where files are saved, nobody answered, or only that it is busy.</summary>
    OutOfReach,

    /// <summary>It broke off at the end, so that nobody can tell.</summary>
    Unconfirmed,

    /// <summary>The address is none of OneDrive's or SharePoint's.</summary>
    Elsewhere,
    TooLarge,
    TooSlow,
    StorageSilent,

    /// <summary>The service was stopped meanwhile.</summary>
    Interrupted,

    /// <summary>Too many others wait.</summary>
    Busy,

    /// <summary>A defect of RetroBot's.</summary>
    Broken,
}
