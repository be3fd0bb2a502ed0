using Azure;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Storage;

/// <summary>Leases, all in one partition, so that every instance reads them in one request. A row has no column: that it changes is all it says.</summary>
internal sealed class SenderLeaseStore(Tables tables) : ISenderLeaseStore
{
    public static RowKind Leases { get; } = new(Keys.Senders, "that a tenant's cards are being sent", new RowKeys("", Topic.Round, "the tenant"), Until.SendingEnds, typeof(Row));

    public IAsyncEnumerable<Versioned<TenantId>> AllAsync(CancellationToken ct) =>
        tables.Senders.QueryAsync<Row>(Keys.PartitionFilter(Keys.AllSenders), ct).Select(row => new Versioned<TenantId>(Keys.TenantOfSender(row.RowKey), row.ETag.ToString()));

    public Task<string?> AddAsync(TenantId tenant, CancellationToken ct) => tables.Senders.AddAsync(RowOf(tenant), ct).VersionAsync();

    public Task<string?> RenewAsync(TenantId tenant, string version, CancellationToken ct) => tables.Senders.ReplaceAsync(RowOf(tenant), new ETag(version), ct).VersionAsync();

    public Task RemoveAsync(TenantId tenant, string version, CancellationToken ct) => tables.Senders.DeleteAsync(RowOf(tenant), new ETag(version), ct).OutcomeAsync();

    private static Row RowOf(TenantId tenant) => Row.At(Keys.AllSenders, Keys.PartitionOf(tenant));
}
