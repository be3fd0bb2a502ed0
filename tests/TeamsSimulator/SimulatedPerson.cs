using System.Buffers.Text;
using System.Security.Cryptography;

namespace RetroBot.Simulation;

/// <summary>Somebody with a Teams account.</summary>
public sealed class SimulatedPerson(SimulatedTenant tenant, string name)
{
    public SimulatedTenant Tenant { get; } = tenant;

    public string Name { get; } = name;

    /// <summary>The Entra object id: the same towards every bot.</summary>
    public Guid ObjectId { get; } = Guid.NewGuid();

    /// <summary>The Teams account id: pairwise, of this person towards this bot.</summary>
    public string Id { get; } = $"29:1{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48))}";

    public string Email => $"{ObjectId:N}@contoso.example";

    /// <summary>They chose "Block" on the bot's chat: what is sent there comes back as 403 ConversationBlockedByUser.</summary>
    public bool HasBlockedTheBot { get; set; }

    /// <summary>They removed the bot for themselves: what is sent to their chat comes back as 403 MessageWritesBlocked.</summary>
    public bool HasUninstalledTheBot { get; set; }

    /// <summary>Neither they nor an administrator installed the app for them: 403 BotNotInConversationRoster.</summary>
    public bool LacksTheApp { get; set; }
}
