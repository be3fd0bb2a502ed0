using Azure.Data.Tables;

namespace RetroBot.Tests.Crashes;

/// <summary>Everything that lies in storage under a prefix, as it lies there.</summary>
internal sealed class TableSnapshot
{
    private static readonly string[] Stamps = ["odata.etag", nameof(TableEntity.Timestamp)];
    private readonly ILookup<string, TableEntity> rows;

    private TableSnapshot(IEnumerable<(string Table, TableEntity Row)> rows) => this.rows = rows.ToLookup(row => row.Table, row => row.Row, StringComparer.Ordinal);

    /// <summary>The rows of every table, with the table's name.</summary>
    public IEnumerable<(string Table, TableEntity Row)> All => rows.SelectMany(table => table.Select(row => (table.Key, row)));

    public static async Task<TableSnapshot> TakeAsync(string storage, string prefix, CancellationToken ct)
    {
        var account = new TableServiceClient(storage);
        List<(string, TableEntity)> found = [];
        await foreach (var table in account.QueryAsync(TableClient.CreateQueryFilter($"TableName ge {prefix} and TableName lt {prefix + '~'}"), cancellationToken: ct))
            await foreach (var row in account.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: ct))
                found.Add((table.Name[prefix.Length..], row));
        return new TableSnapshot(found);
    }

    /// <param name="kind">What the row key is, or begins with before a bar; null for all rows.</param>
    public IReadOnlyList<TableEntity> Of(string table, string? kind = null) =>
        [.. rows[table].Where(row => kind is null || row.RowKey == kind || row.RowKey.StartsWith($"{kind}|", StringComparison.Ordinal))];

    /// <summary>Of every table, what belongs to a tenant.</summary>
    public TableSnapshot OfTenant(string tenant) => new(All.Where(stored => $"{stored.Row.PartitionKey}{stored.Row.RowKey}".Contains(tenant, StringComparison.Ordinal)));

    /// <summary>Puts it all into storage again, under another prefix, in place of everything that is there: a partition at a time.</summary>
    /// <param name="change">What is to be different: it gets the columns of every row.</param>
    public async Task LayAsync(string storage, string prefix, Action<TableEntity> change, CancellationToken ct)
    {
        var there = await TakeAsync(storage, prefix, ct);
        foreach (var table in rows.Select(table => table.Key).Union(there.rows.Select(table => table.Key)))
        {
            var client = new TableServiceClient(storage).GetTableClient(prefix + table);
            if (!there.rows.Contains(table)) await client.CreateIfNotExistsAsync(ct);
            var put = rows[table].Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Copy(row)));
            var gone = there.rows[table].ExceptBy(rows[table].Select(KeyOf), KeyOf).Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row));
            foreach (var partition in put.Concat(gone).GroupBy(action => action.Entity.PartitionKey, StringComparer.Ordinal))
                await client.SubmitTransactionAsync(partition, ct);
        }

        static (string, string) KeyOf(TableEntity row) => (row.PartitionKey, row.RowKey);

        TableEntity Copy(TableEntity row)
        {
            var copy = new TableEntity(row.Where(column => !Stamps.Contains(column.Key)).ToDictionary(StringComparer.Ordinal));
            change(copy);
            return copy;
        }
    }
}
