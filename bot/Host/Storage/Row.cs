using Azure;
using Azure.Data.Tables;

namespace RetroBot.Host.Storage;

/// <summary>What every row has. By itself it is a row without columns: a gate, an entry of an index, or one that is to be deleted.</summary>
internal class Row : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }

    public static Row At(string partition, string row) => new() { PartitionKey = partition, RowKey = row };
}
