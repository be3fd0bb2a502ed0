using RetroBot.Core.People;

namespace RetroBot.Core.Deliveries;

/// <summary>Keeps which tenants are sent to now: one lease a tenant, written anew by the instance that holds it for as long as it lives.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface ISenderLeaseStore
{
    IAsyncEnumerable<Versioned<TenantId>> AllAsync(CancellationToken ct);

    /// <returns>The new lease's version; null when somebody else has one already.</returns>
    Task<string?> AddAsync(SenderLease lease, CancellationToken ct);

    /// <summary>Writes it anew, if nobody else has since <paramref name="version"/> was read: whoever does holds it.</summary>
    /// <returns>Its new version, or null on a conflict.</returns>
    Task<string?> RenewAsync(SenderLease lease, string version, CancellationToken ct);

    /// <summary>Gives it back, if nobody else has taken it since: also where its holder did not hear of its own last renewal.</summary>
    Task RemoveAsync(SenderLease lease, string version, CancellationToken ct);
}
