namespace RetroBot.Tests.Attacks;

/// <summary>What an attacker has in their hands. Those who hold the same are tried against the same mistakes.</summary>
public enum Holding
{
    /// <summary>A lead's eyes and rights: the channel, their own chat, every command and card.</summary>
    LeadsSeat,

    /// <summary>A program owner's rights: every export, as often as they like.</summary>
    OwnersSeat,

    /// <summary>All rows of all tables, and the files in which the store keeps them.</summary>
    StorageDump,

    /// <summary>Everything that the service logs at its most talkative level.</summary>
    Log,

    /// <summary>A teammate's account, and any card and activity that it can make up.</summary>
    TeammatesAccount,

    /// <summary>The address of the registered service, as it runs in production.</summary>
    OpenDoor,
}
