using System.Collections.Concurrent;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>For which tenants this instance sends. Each has one sender, since one fills what Teams takes; when that dies, another takes over.</summary>
/// <remarks>Times are measured by each instance's own monotonic clock, so that no two clocks need agree. A lease keeps two senders from sharing a tenant's pace; that nobody is sent two cards is the ledger's matter.</remarks>
internal sealed class SenderLeases(ISenderLeaseStore store, TimeProvider time)
{
    /// <summary>How often a lease is written anew.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);

    /// <summary>A holder that could not write for so long sends no more.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromSeconds(8);

    /// <summary>A lease that has not changed for so long has lost its holder.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(12);

    private readonly Guid holder = Guid.NewGuid();
    private readonly ConcurrentDictionary<TenantId, Held> held = new();
    private readonly ConcurrentDictionary<TenantId, Seen> others = new();

    /// <summary>For which this instance sends, as far as it knows.</summary>
    public IReadOnlyList<TenantId> Tenants => [.. held.Keys];

    public bool Holds(TenantId tenant) => held.TryGetValue(tenant, out var lease) && time.GetElapsedTime(lease.Written) < HeldFor;

    /// <summary>Looks at the leases of other instances.</summary>
    public async Task<OtherSenders> LookAsync(CancellationToken ct)
    {
        var rows = await store.AllAsync(ct).Where(row => !held.ContainsKey(row.Value)).ToDictionaryAsync(row => row.Value, row => row.Version, cancellationToken: ct);
        var now = time.GetTimestamp();
        TenantId[] gone = [.. others.Keys.Where(tenant => !rows.ContainsKey(tenant))];
        foreach (var tenant in gone) others.TryRemove(tenant, out _);
        foreach (var (tenant, version) in rows) others.AddOrUpdate(tenant, _ => new Seen(version, now), (_, seen) => seen.Version == version ? seen : new Seen(version, now));
        return new OtherSenders([.. others.Where(other => IsDead(other.Value)).Select(other => other.Key)], [.. gone.Where(tenant => !held.ContainsKey(tenant))]);
    }

    /// <returns>Whether this instance is the tenant's sender now; where it was not before, nobody else is.</returns>
    public async Task<bool> TryHoldAsync(TenantId tenant, CancellationToken ct)
    {
        if (held.TryGetValue(tenant, out var lease)) return await RenewAsync(tenant, lease, ct);
        var known = others.GetValueOrDefault(tenant);
        if (known is not null && !IsDead(known)) return false;
        var now = time.GetTimestamp();
        var version = known is null ? await store.AddAsync(Own(tenant), ct) : await store.RenewAsync(Own(tenant), known.Version, ct);
        others.TryRemove(tenant, out _);
        if (version is not null) held[tenant] = new Held(version, now);
        return version is not null;
    }

    /// <summary>Writes a lease of this instance anew. One that somebody else has taken is gone.</summary>
    public async Task RenewAsync(TenantId tenant, CancellationToken ct)
    {
        if (held.TryGetValue(tenant, out var lease)) await RenewAsync(tenant, lease, ct);
    }

    public async Task ReleaseAsync(TenantId tenant, CancellationToken ct)
    {
        if (held.TryRemove(tenant, out var lease)) await store.RemoveAsync(Own(tenant), lease.Version, ct);
    }

    public async Task ReleaseAllAsync(Func<TenantId, bool> which, CancellationToken ct)
    {
        foreach (var tenant in held.Keys.Where(which)) await ReleaseAsync(tenant, ct);
    }

    private async Task<bool> RenewAsync(TenantId tenant, Held lease, CancellationToken ct)
    {
        var now = time.GetTimestamp();
        if (await store.RenewAsync(Own(tenant), lease.Version, ct) is { } version)
        {
            // Another renewal may have been faster, or the lease be given back: then that stands.
            return held.TryUpdate(tenant, new Held(version, now), lease) || held.ContainsKey(tenant);
        }
        held.TryRemove(new KeyValuePair<TenantId, Held>(tenant, lease));
        return false;
    }

    private SenderLease Own(TenantId tenant) => new(tenant, holder);

    private bool IsDead(Seen other) => time.GetElapsedTime(other.At) >= DeadAfter;

    /// <param name="Written">Before the write was begun.</param>
    private sealed record Held(string Version, long Written);

    /// <param name="At">When this version was first seen.</param>
    private sealed record Seen(string Version, long At);
}
