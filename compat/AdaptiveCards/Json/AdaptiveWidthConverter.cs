using Newtonsoft.Json;

namespace AdaptiveCards;

internal sealed class AdaptiveWidthConverter : WriteOnlyConverter<AdaptiveWidth>
{
    protected override void Write(JsonWriter writer, AdaptiveWidth value, JsonSerializer serializer) => writer.WriteValue(value.ToString());
}
