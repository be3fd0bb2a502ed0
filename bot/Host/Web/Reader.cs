using RetroBot.Core.People;

namespace RetroBot.Host.Web;

/// <summary>Who is signed in to the pages.</summary>
/// <param name="IsOwner">Whether a program owner, who may export, too.</param>
public sealed record Reader(TenantId Tenant, UserId User, bool IsOwner);
