namespace RetroBot.Cards.People;

/// <summary>What RetroBot stores, in the terms of somebody who asks what is known of them.</summary>
public enum StoredThing
{
    Asking,
    Language,
    Chat,
    LeadRole,
    Installer,
    Team,
    LeftTeam,
    Settings,
    SealedAnswers,
    Ledger,
    RoundKey,
    Round,
    Tally,
    Shown,
    Digest,
    CaseStudies,
    Votes,
    Catalog,
    Organisation,
}
