using Azure;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Storage;

/// <summary>Leases, all in one partition, so that every instance reads them in one request.</summary>
internal sealed class SenderLeaseStore(Tables tables) : ISenderLeaseStore
{
    public static RowKind Leases { get; } = new(Keys.Senders, "that a tenant's cards are being sent", new RowKeys("", Topic.Round, "the tenant"), Until.SendingEnds, typeof(LeaseRow));

    public IAsyncEnumerable<Versioned<TenantId>> AllAsync(CancellationToken ct) =>
        tables.Senders.QueryAsync<Row>(Keys.PartitionFilter(Keys.AllSenders), ct).Select(row => new Versioned<TenantId>(Keys.TenantOfSender(row.RowKey), row.ETag.ToString()));

    public async Task<string?> AddAsync(SenderLease lease, CancellationToken ct) => await tables.Senders.AddAsync(LeaseRow.Of(lease), ct).VersionAsync() ?? await RenewOwnAsync(lease, ct);

    public async Task<string?> RenewAsync(SenderLease lease, string version, CancellationToken ct) =>
        await tables.Senders.ReplaceAsync(LeaseRow.Of(lease), new ETag(version), ct).VersionAsync() ?? await RenewOwnAsync(lease, ct);

    public async Task RemoveAsync(SenderLease lease, string version, CancellationToken ct)
    {
        if (await DeleteAsync(lease.Tenant, new ETag(version), ct) == SaveOutcome.Saved || await FindOwnAsync(lease, ct) is not { } row) return;
        await DeleteAsync(lease.Tenant, row.ETag, ct);
    }

    /// <summary>
    /// A write whose answer was lost is repeated, by the storage library or at the next renewal, and then meets itself. That may be long ago for whoever watches the row: the lease is renewed only once
    /// the row has changed again.
    /// </summary>
    private async Task<string?> RenewOwnAsync(SenderLease lease, CancellationToken ct) =>
        await FindOwnAsync(lease, ct) is { } row ? await tables.Senders.ReplaceAsync(LeaseRow.Of(lease), row.ETag, ct).VersionAsync() : null;

    /// <returns>Null where somebody else holds it, or nobody.</returns>
    private async Task<LeaseRow?> FindOwnAsync(SenderLease lease, CancellationToken ct) =>
        await tables.Senders.FindAsync<LeaseRow>(Keys.AllSenders, Keys.PartitionOf(lease.Tenant), ct) is { } row && row.Holder == lease.Holder ? row : null;

    private Task<SaveOutcome> DeleteAsync(TenantId tenant, ETag version, CancellationToken ct) => tables.Senders.DeleteAsync(Row.At(Keys.AllSenders, Keys.PartitionOf(tenant)), version, ct).OutcomeAsync();

    private sealed class LeaseRow : Row
    {
        [Stored(Topic.Round, "a random id of the instance that sends, by which it knows its own lease")]
        public Guid Holder { get; set; }

        public static LeaseRow Of(SenderLease lease) => new() { PartitionKey = Keys.AllSenders, RowKey = Keys.PartitionOf(lease.Tenant), Holder = lease.Holder };
    }
}
