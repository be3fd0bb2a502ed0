using System.Globalization;
using Azure.Data.Tables;

namespace RetroBot.Tests.Upgrades;

/// <summary>A row as it lay in storage, for a file that people can read.</summary>
/// <param name="Columns">By name: the type's name, a blank, and the value.</param>
internal sealed record StoredRow(string Table, string Partition, string Row, IReadOnlyDictionary<string, string> Columns)
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static StoredRow Of(string table, TableEntity row) => new(
        table, row.PartitionKey, row.RowKey, new SortedDictionary<string, string>(row.Where(column => !Keys.Contains(column.Key, StringComparer.Ordinal)).ToDictionary(column => column.Key, column => Text(column.Value)), StringComparer.Ordinal));

    /// <summary>What every row of its kind has in common: where it lies, how its key begins, and its columns with their types.</summary>
    public string Kind => $"{Table} {Row[..(Row.IndexOf('|', StringComparison.Ordinal) + 1)]}";

    public IEnumerable<string> Shape => Columns.Select(column => $"{Kind}: {column.Key} {column.Value.Split(' ')[0]}");

    /// <param name="change">What stands otherwise where it is read, such as the address of simulated Teams.</param>
    public TableEntity Entity(Func<string, string> change)
    {
        var entity = new TableEntity(Partition, Row);
        foreach (var (name, value) in Columns) entity[name] = Value(value, change);
        return entity;
    }

    private static string Text(object value) => value switch
    {
        string text => $"text {text}",
        byte[] bytes => $"bytes {Convert.ToBase64String(bytes)}",
        DateTimeOffset time => $"time {time:O}",
        IFormattable other => $"{other.GetType().Name} {other.ToString(format: null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };

    private static object Value(string text, Func<string, string> change)
    {
        var (type, value) = (text[..text.IndexOf(' ', StringComparison.Ordinal)], text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return type switch
        {
            "text" => change(value),
            "bytes" => Convert.FromBase64String(value),
            "time" => DateTimeOffset.ParseExact(value, "O", CultureInfo.InvariantCulture),
            nameof(Int32) => int.Parse(value, CultureInfo.InvariantCulture),
            nameof(Int64) => long.Parse(value, CultureInfo.InvariantCulture),
            nameof(Double) => double.Parse(value, CultureInfo.InvariantCulture),
            nameof(Boolean) => bool.Parse(value),
            nameof(Guid) => Guid.Parse(value),
            _ => throw new InvalidOperationException($"A column of the type {type}."),
        };
    }
}
