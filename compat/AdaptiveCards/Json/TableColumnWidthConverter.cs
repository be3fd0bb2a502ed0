using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

internal sealed class TableColumnWidthConverter : WriteOnlyConverter<TableColumnWidth>
{
    protected override void Write(JsonWriter writer, TableColumnWidth value, JsonSerializer serializer)
    {
        // Whole numbers only, as the official library cuts a weight's fraction off.
        if (value.Pixels > 0)
            writer.WriteValue(value.Pixels.ToString(CultureInfo.InvariantCulture) + "px");
        else
            writer.WriteValue((int)value.Weight);
    }
}
