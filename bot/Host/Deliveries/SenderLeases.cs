using System.Collections.Concurrent;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>For which tenants this instance sends. Each has one sender, since one fills what Teams takes; when that dies, another takes over.</summary>
/// <remarks>Times are measured by each instance's own monotonic clock, so that no two clocks need agree. A lease keeps two senders from sharing a tenant's pace; that nobody is sent two cards is the ledger's matter.</remarks>
internal sealed class SenderLeases(ISenderLeaseStore store, TimeProvider time) : IDisposable
{
    /// <summary>How often a lease is written anew.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);

    /// <summary>A holder that could not write for so long sends no more.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromSeconds(8);

    /// <summary>A lease that has not changed for so long has lost its holder.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(12);

    private readonly SemaphoreSlim gate = new(1);
    private readonly ConcurrentDictionary<TenantId, Held> held = new();
    private Dictionary<TenantId, Seen> others = [];

    /// <summary>For which this instance sends, as far as it knows.</summary>
    public IReadOnlyList<TenantId> Tenants => [.. held.Keys];

    public bool Holds(TenantId tenant) => held.TryGetValue(tenant, out var lease) && time.GetElapsedTime(lease.Written) < HeldFor;

    /// <summary>Looks at the leases of other instances.</summary>
    /// <returns>The tenants whose sender is dead.</returns>
    public async Task<IReadOnlyList<TenantId>> LookAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var now = time.GetTimestamp();
            var rows = await store.AllAsync(ct).Where(row => !held.ContainsKey(row.Value)).ToListAsync(ct);
            others = rows.ToDictionary(row => row.Value, row => others.GetValueOrDefault(row.Value) is { } seen && seen.Version == row.Version ? seen : new Seen(row.Version, now));
            return [.. others.Where(other => IsDead(other.Value)).Select(other => other.Key)];
        }
        finally
        {
            gate.Release();
        }
    }

    /// <returns>Whether this instance is the tenant's sender now; where it was not before, nobody else is.</returns>
    public async Task<bool> TryHoldAsync(TenantId tenant, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (held.ContainsKey(tenant)) return await RenewAsync(tenant, ct);
            var known = others.GetValueOrDefault(tenant);
            if (known is not null && !IsDead(known)) return false;
            var now = time.GetTimestamp();
            var version = known is null ? await store.AddAsync(tenant, ct) : await store.RenewAsync(tenant, known.Version, ct);
            others.Remove(tenant);
            if (version is not null) held[tenant] = new Held(version, now);
            return version is not null;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Writes every lease of this instance anew. One that somebody else has taken is gone.</summary>
    public async Task RenewAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            foreach (var tenant in held.Keys) await RenewAsync(tenant, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task ReleaseAsync(TenantId tenant, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (held.TryRemove(tenant, out var lease)) await store.RemoveAsync(tenant, lease.Version, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task ReleaseAllAsync(CancellationToken ct)
    {
        foreach (var tenant in held.Keys) await ReleaseAsync(tenant, ct);
    }

    public void Dispose() => gate.Dispose();

    private async Task<bool> RenewAsync(TenantId tenant, CancellationToken ct)
    {
        var now = time.GetTimestamp();
        var version = await store.RenewAsync(tenant, held[tenant].Version, ct);
        if (version is null) held.TryRemove(tenant, out _);
        else held[tenant] = new Held(version, now);
        return version is not null;
    }

    private bool IsDead(Seen other) => time.GetElapsedTime(other.At) >= DeadAfter;

    /// <param name="Written">Before the write was begun.</param>
    private sealed record Held(string Version, long Written);

    /// <param name="At">When this version was first seen.</param>
    private sealed record Seen(string Version, long At);
}
