using System.Text.Json;

namespace RetroBot.Tests.Attacks;

/// <summary>The case studies on a card, in a preview or a digest: the lines of each, as the card has them.</summary>
internal static class StoriesOn
{
    public static IReadOnlyList<IReadOnlyList<string>> Card(JsonElement card) => [.. Frames(card).Select(frame => (IReadOnlyList<string>)[.. Within(frame).Where(IsText).Select(text => text.GetProperty("text").GetString()!)])];

    /// <summary>What each case study is drawn with, texts included.</summary>
    public static IReadOnlyList<JsonElement> Elements(JsonElement card) => [.. Frames(card).SelectMany(Within)];

    /// <summary>Our own words in bold stand before the author's.</summary>
    public static string WithoutLabel(string line) => line.StartsWith("**", StringComparison.Ordinal) && line.IndexOf(":** ", StringComparison.Ordinal) is var end and > 0 ? line[(end + 4)..] : line;

    /// <summary>A frame that begins with a title; other cards frame other things.</summary>
    private static IEnumerable<JsonElement> Frames(JsonElement card) => Within(card).Where(element =>
        element.TryGetProperty("style", out var style) && style.ValueEquals("emphasis") && element.TryGetProperty("items", out var items) && items[0].TryGetProperty("weight", out var weight) && weight.ValueEquals("bolder"));

    private static bool IsText(JsonElement element) => element.TryGetProperty("type", out var type) && type.ValueEquals("TextBlock");

    private static IEnumerable<JsonElement> Within(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Within(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Within),
        _ => [],
    };
}
