namespace RetroBot.Simulation;

/// <summary>Somebody with a Teams account.</summary>
public sealed class SimulatedPerson
{
    internal SimulatedPerson(SimulatedTenant tenant, string name, Identities identities) =>
        (Tenant, Name, ObjectId, Id) = (tenant, name, identities.NewGuid(), $"29:1{identities.NewText()}");

    public SimulatedTenant Tenant { get; }

    public string Name { get; }

    /// <summary>The Entra object id: the same towards every bot.</summary>
    public Guid ObjectId { get; }

    /// <summary>The Teams account id: pairwise, of this person towards this bot.</summary>
    public string Id { get; }

    public string Email => $"{ObjectId:N}@contoso.example";

    /// <summary>They chose "Block" on the bot's chat: what is sent there comes back as 403 ConversationBlockedByUser.</summary>
    public bool HasBlockedTheBot { get; set; }

    /// <summary>They removed the bot for themselves: what is sent to their chat comes back as 403 MessageWritesBlocked.</summary>
    public bool HasUninstalledTheBot { get; set; }

    /// <summary>Neither they nor an administrator installed the app for them: 403 BotNotInConversationRoster.</summary>
    public bool LacksTheApp { get; set; }
}
