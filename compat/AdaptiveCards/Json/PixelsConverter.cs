using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

internal sealed class PixelsConverter : WriteOnlyConverter<uint>
{
    protected override void Write(JsonWriter writer, uint value, JsonSerializer serializer) =>
        writer.WriteValue(value.ToString(CultureInfo.InvariantCulture) + "px");
}
