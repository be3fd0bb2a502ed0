namespace RetroBot.Host.Storage;

/// <summary>When something stored is deleted.</summary>
internal enum Until
{
    /// <summary>With the row that holds it.</summary>
    RowGoes,

    /// <summary>The person says start.</summary>
    PersonStarts,

    /// <summary>The sending of one card has ended.</summary>
    SendEnds,

    RoundCloses,

    /// <summary>RetroBot is removed from the team.</summary>
    TeamGoes,

    /// <summary>Not yet.</summary>
    Open,
}
