namespace RetroBot.Host.Storage;

/// <summary>What a stored column belongs to, in the terms of somebody who asks what is known of them.</summary>
internal enum Topic
{
    /// <summary>Whether a person wants to be asked.</summary>
    Asking,

    /// <summary>In which language a person is written to.</summary>
    Language,

    /// <summary>Where a person is reached.</summary>
    Chat,

    LeadRole,

    /// <summary>The name of who added RetroBot.</summary>
    Installer,

    /// <summary>What the team is called and where it is reached.</summary>
    Team,

    /// <summary>That RetroBot was removed from a team.</summary>
    LeftTeam,

    Settings,

    /// <summary>What an open round is: dates, tools, threshold.</summary>
    Round,

    RoundKey,

    SealedAnswers,

    /// <summary>Who is sent a card.</summary>
    Ledger,

    /// <summary>What the answers of a closed round added up to.</summary>
    Tally,

    /// <summary>What a team has read last, to be compared with the next digest.</summary>
    Shown,

    Digest,

    /// <summary>What authors published, after redaction.</summary>
    CaseStudies,

    /// <summary>For whom a case study worked, too.</summary>
    Votes,

    /// <summary>What exports of all teams' case studies may show together.</summary>
    Catalog,

    /// <summary>What the answers of all teams add up to.</summary>
    Organisation,
}
