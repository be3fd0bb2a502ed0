using Azure.Data.Tables;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Retention;

/// <summary>What became of all tables while something was done, row by row and column by column; each row as its table and the kind of its key.</summary>
/// <param name="Changed">With the columns that are not as they were.</param>
internal sealed record TableChanges(IReadOnlyList<string> Gone, IReadOnlyList<string> Changed, IReadOnlyList<string> New)
{
    private static readonly string[] Stamps = ["odata.etag", nameof(TableEntity.Timestamp)];

    public static async Task<TableChanges> OfAsync(World world, Func<Task> work, CancellationToken ct)
    {
        var before = await RowsAsync(world, ct);
        await work();
        var after = await RowsAsync(world, ct);
        return new(
            Sorted(before.Keys.Except(after.Keys).Select(Name)),
            Sorted(before.Where(row => after.ContainsKey(row.Key)).Select(row => (row.Key, Columns: Differing(row.Value, after[row.Key]))).Where(row => row.Columns.Length > 0).Select(row => $"{Name(row.Key)}: {row.Columns}")),
            Sorted(after.Keys.Except(before.Keys).Select(Name)));
    }

    private static async Task<Dictionary<(string Table, string Partition, string Row), TableEntity>> RowsAsync(World world, CancellationToken ct) =>
        (await world.DumpAsync(ct)).ToDictionary(stored => (stored.Table, stored.Row.PartitionKey, stored.Row.RowKey), stored => stored.Row);

    /// <summary>Rows of these tables have keys that say nothing of their kind, and are all of one.</summary>
    private static string Name((string Table, string Partition, string Row) key) => key.Table is "votes" or "preferences" or "chats" ? key.Table : $"{key.Table} {key.Row.Split('|')[0]}";

    private static string Differing(TableEntity before, TableEntity after) =>
        string.Join(' ', before.Keys.Union(after.Keys).Except(Stamps).Where(column => Text(before, column) != Text(after, column)).Order(StringComparer.Ordinal));

    private static string Text(TableEntity row, string column) => !row.TryGetValue(column, out var value) ? "" : value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";

    private static string[] Sorted(IEnumerable<string> rows) => [.. rows.Order(StringComparer.Ordinal)];
}
