using System.Globalization;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host;

/// <summary>Who did something, and where: taken from the authenticated activity, never from card data.</summary>
/// <param name="Team">Null in a personal chat.</param>
internal sealed record Turn(TenantId Tenant, UserId User, string UserName, TeamId? Team, CultureInfo Culture)
{
    /// <summary>The id by which the channel addresses the person.</summary>
    public string Account { get; init; } = "";

    /// <summary>The person's own chat; null where it happened elsewhere.</summary>
    public PersonalChat? Chat { get; init; }

    /// <summary>What was typed behind a command, as it was typed; empty for a press.</summary>
    public string Text { get; init; } = "";
}
