using System.Globalization;

namespace AdaptiveCards;

/// <summary>"auto", "stretch", a weight ("2") or pixels ("40px").</summary>
public class AdaptiveWidth
{
    public AdaptiveWidth()
    {
    }

    public AdaptiveWidth(string value)
    {
        if (string.IsNullOrEmpty(value))
            return;

        if (value.EndsWith("px", StringComparison.Ordinal))
            (WidthType, Unit) = (AdaptiveWidthType.Pixel, uint.Parse(value[..^2], CultureInfo.InvariantCulture));
        else if (uint.TryParse(value, CultureInfo.InvariantCulture, out var weight))
            (WidthType, Unit) = (AdaptiveWidthType.Weighted, weight);
        else
            WidthType = Enum.Parse<AdaptiveWidthType>(value, ignoreCase: true);
    }

    /// <param name="px">A weight, whatever its name says.</param>
    public AdaptiveWidth(uint px) => (WidthType, Unit) = (AdaptiveWidthType.Weighted, px);

    public AdaptiveWidth(AdaptiveWidthType widthType) =>
        (WidthType, Unit) = (widthType, widthType == AdaptiveWidthType.Weighted ? 1 : null);

    public static AdaptiveWidth Auto { get; } = new(AdaptiveWidthType.Auto);

    public static AdaptiveWidth Stretch { get; } = new(AdaptiveWidthType.Stretch);

    public AdaptiveWidthType WidthType { get; set; }

    public uint? Unit { get; set; }

    public static implicit operator AdaptiveWidth(uint value) => new(value);

    public static implicit operator AdaptiveWidth(AdaptiveWidthType value) => new(value);

    public static implicit operator AdaptiveWidth(string value) => new(value);

    public override string ToString() => WidthType switch
    {
        AdaptiveWidthType.Auto => "auto",
        AdaptiveWidthType.Stretch => "stretch",
        AdaptiveWidthType.Pixel => string.Create(CultureInfo.InvariantCulture, $"{Unit ?? 1}px"),
        _ => Unit?.ToString(CultureInfo.InvariantCulture),
    };
}
