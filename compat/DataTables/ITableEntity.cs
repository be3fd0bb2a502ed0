namespace Azure.Data.Tables;

/// <summary>What every row has: its two keys, and the time and version that the service gives it.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }
    string RowKey { get; set; }
    DateTimeOffset? Timestamp { get; set; }
    ETag ETag { get; set; }
}
