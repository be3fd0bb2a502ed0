using Newtonsoft.Json;

namespace AdaptiveCards;

internal sealed class AdaptiveSchemaVersionConverter : WriteOnlyConverter<AdaptiveSchemaVersion>
{
    protected override void Write(JsonWriter writer, AdaptiveSchemaVersion value, JsonSerializer serializer) => writer.WriteValue(value.ToString());
}
