namespace Azure.Data.Tables.Wire;

/// <summary>Names that the protocol gives a meaning.</summary>
internal static class Names
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "ETag";
    public const string ODataETag = "odata.etag";
    public const string ODataMetadata = "odata.metadata";
    public const string TypeSuffix = "@odata.type";
    public const string Json = "application/json;odata=minimalmetadata";
}
