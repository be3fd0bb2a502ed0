namespace RetroBot.Core.People;

/// <summary>One person on a team's roster.</summary>
/// <param name="ChannelAccount">The id by which the channel addresses the person ("29:…"); it differs between bots.</param>
/// <param name="Name">The display name; empty where the channel gave none.</param>
public sealed record Member(TenantId Tenant, UserId User, string ChannelAccount, string Name);
