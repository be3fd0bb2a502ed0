using System.Text.Json;
using Azure.Data.Tables;

namespace RetroBot.Host.Storage.Backups;

/// <summary>A row in a backup: a line of JSON, in which bytes are base64.</summary>
internal sealed record BackupLine(string Table, string Partition, string Row, IReadOnlyDictionary<string, JsonElement> Columns)
{
    /// <summary>What every row has beside its own columns.</summary>
    private static readonly string[] Keys = [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), "odata.etag"];

    /// <returns>Null for a row that no backup holds.</returns>
    /// <exception cref="BackupException">A later version has stored it.</exception>
    public static BackupLine? Of(string table, TableEntity row)
    {
        var kind = KindOf(table, row.RowKey) ?? throw new BackupException($"There is a row in the table {table} that this version of RetroBot does not know: a later one has stored it. Make the backup with that one.");
        if (!BackedUp.Includes(kind, row)) return null;

        var columns = row.Where(column => !Keys.Contains(column.Key, StringComparer.Ordinal)).ToArray();
        if (columns.FirstOrDefault(column => kind.Columns.All(known => known.Name != column.Key)).Key is { } unknown)
            throw new BackupException($"There is a column {unknown} in the table {table} that this version of RetroBot does not know: a later one has stored it. Make the backup with that one.");
        var kept = columns.Where(column => BackedUp.Includes(kind, column.Key)).ToDictionary(column => column.Key, column => JsonSerializer.SerializeToElement(BackedUp.Value(kind, column.Key, column.Value)), StringComparer.Ordinal);
        return new BackupLine(table, row.PartitionKey, row.RowKey, kept);
    }

    /// <exception cref="BackupException">No backup holds such a row.</exception>
    public TableEntity ToEntity()
    {
        if (KindOf(Table, Row) is not { } kind || !BackedUp.Kinds.Contains(kind) || Columns.Keys.FirstOrDefault(column => !BackedUp.Includes(kind, column)) is not null)
            throw new BackupException($"There is a row of the table {Table} in the file that this version of RetroBot does not put into a backup. Restore it with the version that made it.");
        var entity = new TableEntity(Partition, Row);
        foreach (var (name, value) in Columns) entity[name] = Read(kind.Row.GetProperty(name)!.PropertyType, value);
        return entity;
    }

    private static RowKind? KindOf(string table, string row) => StorageSchema.All.SingleOrDefault(kind => kind.Includes(table, row));

    private object Read(Type type, JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => type == typeof(byte[]) ? value.GetBytesFromBase64() : value.GetString()!,
                JsonValueKind.Number => value.GetInt32(),
                _ => value.GetBoolean(),
            };
        }
        catch (Exception broken) when (broken is InvalidOperationException or FormatException)
        {
            throw new BackupException($"There is a row of the table {Table} in the file that somebody has changed: a column is not of its type.", broken);
        }
    }
}
