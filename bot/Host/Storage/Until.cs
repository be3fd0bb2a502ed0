namespace RetroBot.Host.Storage;

/// <summary>When something stored is deleted; what comes later in this list stays longer.</summary>
internal enum Until
{
    /// <summary>With the row that holds it.</summary>
    RowGoes,

    /// <summary>The person takes it back, or has it deleted.</summary>
    PersonTakesBack,

    /// <summary>A year after it was written, or the person has it deleted, or RetroBot is in no team of the tenant any more.</summary>
    ChatIsForgotten,

    /// <summary>The cards of a tenant's rounds are sent.</summary>
    SendingEnds,

    /// <summary>The sending of one card has ended.</summary>
    SendEnds,

    /// <summary>The channel shows the digest without what was withdrawn.</summary>
    PostIsRenewed,

    RoundCloses,

    /// <summary>90 days after the digest, within a day, or when the case study is withdrawn.</summary>
    VotingEnds,

    /// <summary>A case study's author withdraws it, or RetroBot is removed from the team.</summary>
    AuthorWithdraws,

    /// <summary>The counts of a closed round have been kept as long as they may be.</summary>
    RetentionEnds,

    /// <summary>The team has read new numbers, however long that takes, or RetroBot is removed from the team.</summary>
    NumbersAreRenewed,

    /// <summary>RetroBot is removed from the team.</summary>
    TeamGoes,

    /// <summary>RetroBot was removed from the team so long ago that no cadence reaches back.</summary>
    LeavingIsOver,

    /// <summary>It is about no person and no team.</summary>
    Stays,
}
