using System.Collections.Concurrent;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Search;

/// <summary>Keeps each tenant's index, and makes it anew beside the old one, so that nobody who searches waits for it or reads a table.</summary>
internal sealed partial class CatalogIndexes(CatalogIndexer indexer, ITeamStore teams, CatalogReaders readers, TimeProvider time, ILogger<CatalogIndexes> logger) : BackgroundService
{
    /// <summary>How long a case study may be published before it is found. One that is withdrawn is gone at once: its words are read from storage.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<TenantId, CatalogIndex> indexes = new();

    /// <returns>The newest, which stays as it is while another takes its place; null while the tenant's first is being made.</returns>
    public CatalogIndex? Of(TenantId tenant) => indexes.GetValueOrDefault(tenant);

    /// <returns>Whether every tenant's index is as new as storage; one's fault does not keep the others waiting.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        try
        {
            var (tenants, complete) = (await TenantsAsync(ct), true);
            foreach (var tenant in tenants) complete &= await RenewAsync(tenant, ct);
            foreach (var left in indexes.Keys.Except(tenants)) indexes.TryRemove(left, out _);
            return complete;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.LookFailed(logger, fault);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested) await Task.Delay(await RunOnceAsync(stoppingToken) ? Look : AfterFault, time, stoppingToken);
    }

    private async Task<HashSet<TenantId>> TenantsAsync(CancellationToken ct) =>
        [.. readers.Tenants.Select(tenant => new TenantId(tenant.ToString())), .. await teams.AllAsync(ct).Select(team => team.Tenant).ToListAsync(ct)];

    private async Task<bool> RenewAsync(TenantId tenant, CancellationToken ct)
    {
        try
        {
            indexes[tenant] = await indexer.MakeAsync(tenant, Of(tenant), ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, fault, tenant);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for the tenants whose catalogs are searched failed. It is tried again in seconds; searches go on in what was known before.")]
        public static partial void LookFailed(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "The search index of tenant {Tenant} could not be made. It is tried again in seconds; searches go on in the one before.")]
        public static partial void Failed(ILogger logger, Exception fault, TenantId tenant);
    }
}
