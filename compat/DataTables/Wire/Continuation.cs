namespace Azure.Data.Tables.Wire;

/// <summary>Where a query goes on: the next partition and row, as the service named them.</summary>
internal static class Continuation
{
    public static string? Of(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return partition is null && row is null ? null : $"{partition} {row}";
    }

    public static (string? Partition, string? Row) Parse(string? token) =>
        token?.Split(' ', 2) is [var partition, var row] ? (partition, row.Length == 0 ? null : row) : (null, null);
}
