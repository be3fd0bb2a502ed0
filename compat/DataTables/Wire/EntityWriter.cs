using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Writes an entity as the service reads it: JSON, with a type beside every value that JSON cannot tell.</summary>
internal static class EntityWriter
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(Names.PartitionKey, entity.PartitionKey);
            json.WriteString(Names.RowKey, entity.RowKey);
            foreach (var (name, value) in Properties(entity)) WriteProperty(json, name, value);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static IEnumerable<(string Name, object? Value)> Properties(ITableEntity entity)
    {
        if (entity is IDictionary<string, object> dictionary)
            return dictionary
                .Where(item => item.Key is not (Names.PartitionKey or Names.RowKey or Names.Timestamp or Names.ODataETag or Names.ODataMetadata))
                .Select(item => (item.Key, (object?)item.Value));
        return EntityShape.Of(entity.GetType()).Columns
            .Where(column => column.Property.CanRead)
            .Select(column => (column.Name, column.Property.GetValue(entity)));
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: return; // The service has no null: an absent property is one.
            case string text: json.WriteString(name, text); return;
            case bool flag: json.WriteBoolean(name, flag); return;
            case int number: json.WriteNumber(name, number); return;
            case long number: Typed("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); return;
            case double number: WriteDouble(json, name, number); return;
            case Guid id: Typed("Edm.Guid", id.ToString("D")); return;
            case DateTimeOffset time: Typed("Edm.DateTime", time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)); return;
            case DateTime time: Typed("Edm.DateTime", time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture)); return;
            case byte[] bytes: Typed("Edm.Binary", Convert.ToBase64String(bytes)); return;
            case BinaryData data: Typed("Edm.Binary", Convert.ToBase64String(data)); return;
            case Enum member: json.WriteString(name, member.ToString()); return;
            default: throw new NotSupportedException($"The property '{name}' is of type {value.GetType()}, which a table cannot hold.");
        }

        void Typed(string type, string text)
        {
            json.WriteString(name, text);
            json.WriteString(name + Names.TypeSuffix, type);
        }
    }

    // Without its type, a double that happens to be whole would come back as an integer. The infinite ones are refused by the writer, as by the official client's.
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsNaN(number)) json.WriteString(name, "NaN");
        else json.WriteNumber(name, number);
        json.WriteString(name + Names.TypeSuffix, "Edm.Double");
    }
}
