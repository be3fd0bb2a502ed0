using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Makes entities from the service's JSON.</summary>
internal static class EntityReader
{
    public static T Read<T>(JsonElement json) where T : class, ITableEntity, new()
    {
        var values = Values(json);
        var entity = new T();
        if (entity is IDictionary<string, object> dictionary)
            foreach (var (name, value) in values) dictionary[name] = value;
        else
            foreach (var (name, property) in EntityShape.Of(typeof(T)).Columns)
                if (property.CanWrite && values.TryGetValue(name, out var value)) property.SetValue(entity, Fit(value, property.PropertyType));

        if (values.TryGetValue(Names.PartitionKey, out var partition)) entity.PartitionKey = (string)partition;
        if (values.TryGetValue(Names.RowKey, out var row)) entity.RowKey = (string)row;
        if (values.TryGetValue(Names.Timestamp, out var time)) entity.Timestamp = (DateTimeOffset)time;
        if (values.TryGetValue(Names.ODataETag, out var version)) entity.ETag = new((string)version);
        return entity;
    }

    private static Dictionary<string, object> Values(JsonElement json)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name is Names.ODataMetadata || property.Name.EndsWith(Names.TypeSuffix, StringComparison.Ordinal) || property.Value.ValueKind == JsonValueKind.Null) continue;
            var type = property.Name is Names.Timestamp ? "Edm.DateTime"
                : json.TryGetProperty(property.Name + Names.TypeSuffix, out var annotation) ? annotation.GetString() : null;
            values[property.Name] = Value(property.Value, type);
        }
        return values;
    }

    private static object Value(JsonElement json, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        "Edm.Double" when json.ValueKind == JsonValueKind.String => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        "Edm.Double" => json.GetDouble(),
        "Edm.Guid" => json.GetGuid(),
        "Edm.DateTime" => DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "Edm.Binary" => json.GetBytesFromBase64(),
        _ => json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            JsonValueKind.Number => json.TryGetInt32(out var number) ? (object)number : json.GetDouble(),
            var kind => throw new NotSupportedException($"A property of JSON kind {kind}."),
        },
    };

    private static object Fit(object value, Type asked)
    {
        var type = Nullable.GetUnderlyingType(asked) ?? asked;
        return value switch
        {
            _ when type.IsInstanceOfType(value) => value,
            string text when type.IsEnum => Enum.Parse(type, text),
            DateTimeOffset time when type == typeof(DateTime) => time.UtcDateTime,
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            int number when type == typeof(long) => (long)number,
            int number when type == typeof(double) => (double)number,
            _ => throw new InvalidCastException($"A column of type {value.GetType()} does not fit a property of type {type}."),
        };
    }
}
