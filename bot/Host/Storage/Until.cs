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

    /// <summary>A case study's author withdraws it.</summary>
    AuthorWithdraws,

    /// <summary>90 days after the digest, or when the case study is withdrawn.</summary>
    VotingEnds,

    /// <summary>The channel shows the digest without what was withdrawn.</summary>
    PostIsRenewed,

    /// <summary>Not yet.</summary>
    Open,
}
