using Newtonsoft.Json;

namespace AdaptiveCards;

internal sealed class AdaptiveFallbackConverter : WriteOnlyConverter<AdaptiveFallbackElement>
{
    protected override void Write(JsonWriter writer, AdaptiveFallbackElement value, JsonSerializer serializer)
    {
        if (value.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Drop)
            writer.WriteValue(AdaptiveFallbackElement.drop);
        else if (value.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Content)
            serializer.Serialize(writer, value.Content);
    }
}
