using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A target that is only toggled is written as its id, one that is set to a state as an object.</summary>
internal sealed class TargetElementsConverter : WriteOnlyConverter<List<AdaptiveTargetElement>>
{
    protected override void Write(JsonWriter writer, List<AdaptiveTargetElement> value, JsonSerializer serializer)
    {
        writer.WriteStartArray();
        foreach (var target in value)
            serializer.Serialize(writer, target.IsVisible is null ? (object)target.ElementId : target);
        writer.WriteEndArray();
    }
}
