using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Cards are written here, never read: what comes back from a card is the submitted data.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => typeof(T).IsAssignableFrom(objectType);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => Write(writer, (T)value, serializer);

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException();

    protected abstract void Write(JsonWriter writer, T value, JsonSerializer serializer);
}
