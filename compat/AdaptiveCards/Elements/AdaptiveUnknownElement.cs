namespace AdaptiveCards;

/// <summary>An element that this library has no type for, such as a chart: its own name in <see cref="Type"/>, its properties in AdditionalProperties.</summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public override string Type { get; set; }
}
