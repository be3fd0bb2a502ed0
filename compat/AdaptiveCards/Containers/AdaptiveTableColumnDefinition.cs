using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveTableColumnDefinition
{
    public const string TypeName = "TableColumnDefinition";

    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    [JsonConverter(typeof(TableColumnWidthConverter))]
    [JsonProperty("width")]
    private TableColumnWidth Size { get; set; } = new(Pixels: 0, Weight: 0);

    [JsonIgnore]
    public double PixelWidth
    {
        get => Size.Pixels;
        set => Size = new(Pixels: value, Weight: 0);
    }

    /// <summary>The column's share of the table's width, beside the other columns' shares.</summary>
    [JsonIgnore]
    public double Width
    {
        get => Size.Weight;
        set => Size = new(Pixels: 0, Weight: value);
    }
}
