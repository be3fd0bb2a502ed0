using RetroBot.Core.People;

namespace RetroBot.Host.Web;

/// <summary>Who is signed in to the pages.</summary>
/// <param name="IsOwner">Whether a program owner, who may export, too.</param>
/// <param name="IsInTab">Whether Teams said who it is, and shows the pages.</param>
public sealed record Reader(TenantId Tenant, UserId User, bool IsOwner, bool IsInTab = false)
{
    /// <summary>Who was let in to the page.</summary>
    internal static Reader Of(HttpContext context) => context.Features.Get<Reader>() ?? throw new InvalidOperationException("Nobody was let in.");
}
