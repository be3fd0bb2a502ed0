using AdaptiveCards;
using Newtonsoft.Json;

namespace RetroBot.Cards.Digests;

/// <summary>
/// Teams' own chart of horizontal bars, for which the official library has no class. Teams draws it on the desktop and on the web; whoever does not know it, a phone among
/// them, draws its fallback.
/// </summary>
internal sealed class HorizontalBarChart : AdaptiveElement
{
    public const string TypeName = "Chart." + "HorizontalBar";

    public override string Type { get; set; } = TypeName;

    /// <summary>Also what a screen reader says of it.</summary>
    public required string Title { get; init; }

    public required string XAxisTitle { get; init; }

    /// <summary>One for all bars: none of them is better than another.</summary>
    public string Color { get; init; } = "categoricalBlue";

    public required IReadOnlyList<Bar> Data { get; init; }

    /// <param name="Label">Plain text; holds the amount in words, since a length alone would say that there is none where there are few.</param>
    /// <param name="Value">How long the bar is.</param>
    internal sealed record Bar([property: JsonProperty("x")] string Label, [property: JsonProperty("y")] int Value);
}
