using System.Collections;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary of its properties.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object?> _properties;

    public TableEntity() => _properties = new(StringComparer.Ordinal);

    public TableEntity(string partitionKey, string rowKey) : this() => (PartitionKey, RowKey) = (partitionKey, rowKey);

    public TableEntity(IDictionary<string, object> values) =>
        _properties = values is null ? new(StringComparer.Ordinal) : new(values!, StringComparer.Ordinal);

    public string PartitionKey { get => GetString(Wire.Names.PartitionKey)!; set => _properties[Wire.Names.PartitionKey] = value; }
    public string RowKey { get => GetString(Wire.Names.RowKey)!; set => _properties[Wire.Names.RowKey] = value; }
    public DateTimeOffset? Timestamp { get => GetDateTimeOffset(Wire.Names.Timestamp); set => _properties[Wire.Names.Timestamp] = value; }
    public ETag ETag { get => new(GetString(Wire.Names.ODataETag)!); set => _properties[Wire.Names.ODataETag] = value.ToString(); }

    public string? GetString(string key) => Get<string>(key);
    public BinaryData? GetBinaryData(string key) => GetBinary(key) is { } bytes ? BinaryData.FromBytes(bytes) : null;
    public byte[]? GetBinary(string key) => Find(key) is BinaryData data ? data.ToArray() : Get<byte[]>(key);
    public bool? GetBoolean(string key) => GetValue<bool>(key);
    public DateTime? GetDateTime(string key) => Find(key) is DateTimeOffset time ? time.UtcDateTime : GetValue<DateTime>(key);
    public DateTimeOffset? GetDateTimeOffset(string key) => Find(key) is DateTime time ? new DateTimeOffset(time.ToUniversalTime()) : GetValue<DateTimeOffset>(key);
    public double? GetDouble(string key) => GetValue<double>(key);
    public Guid? GetGuid(string key) => GetValue<Guid>(key);
    public int? GetInt32(string key) => GetValue<int>(key);
    public long? GetInt64(string key) => Find(key) is int small ? small : GetValue<long>(key);

    public object this[string key] { get => Find(key)!; set => _properties[key] = value; }
    public int Count => _properties.Count;
    public ICollection<string> Keys => _properties.Keys;
    ICollection<object> IDictionary<string, object>.Values => [.. _properties.Values.Select(value => value!)];
    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public void Add(string key, object value) => _properties.Add(key, value);
    public void Clear() => _properties.Clear();
    public bool ContainsKey(string key) => _properties.ContainsKey(key);
    public bool Remove(string key) => _properties.Remove(key);
    public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value!);

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);
    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => Properties.Contains(item);
    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) => Properties.CopyTo(array, arrayIndex);
    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Properties.Remove(item);
    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => Properties.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    private ICollection<KeyValuePair<string, object>> Properties => _properties!;

    private object? Find(string key) => _properties.GetValueOrDefault(key);

    private T? Get<T>(string key) where T : class => Find(key) is { } value ? value as T ?? throw Mismatch<T>(key, value) : null;

    private T? GetValue<T>(string key) where T : struct => Find(key) switch
    {
        null => null,
        T value => value,
        var other => throw Mismatch<T>(key, other),
    };

    private static InvalidOperationException Mismatch<T>(string key, object value) =>
        new($"The property '{key}' is of type {value.GetType()}, not {typeof(T)}.");
}
