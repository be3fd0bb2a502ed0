using RetroBot.Core.People;

namespace RetroBot.Host.Web;

/// <summary>What became of a caller's wish to be let in.</summary>
internal abstract record Access
{
    private Access()
    {
    }

    /// <summary>A program owner, who may read what this tenant's teams share and nothing of any other.</summary>
    public sealed record Granted(TenantId Tenant, UserId Owner) : Access;

    /// <summary>A known caller who is no program owner.</summary>
    public sealed record NotOwner(TenantId Tenant, UserId User) : Access;

    /// <summary>No token, or none that is right in every way.</summary>
    public sealed record Unknown : Access;

    /// <summary>Nobody can be let in: RetroBot was not told whom.</summary>
    public sealed record NotSetUp : Access;

    /// <summary>Nobody can be known now: the keys are out of reach.</summary>
    public sealed record KeysOutOfReach : Access;
}
