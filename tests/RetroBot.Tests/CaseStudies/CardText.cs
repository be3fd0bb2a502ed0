using System.Text.Json;

namespace RetroBot.Tests.CaseStudies;

/// <summary>What a reader sees of a card.</summary>
internal static class CardText
{
    private static readonly string[] Read = ["text", "title", "value", "label", "errorMessage", "placeholder"];

    /// <summary>Every text on the card, without what its buttons carry.</summary>
    public static string Of(JsonElement? card) => string.Join('\n', TextsIn(card!.Value));

    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("data" or "fallbackText")).SelectMany(property =>
            property.Value.ValueKind == JsonValueKind.String && Read.Contains(property.Name, StringComparer.Ordinal) ? [property.Value.GetString()!] : TextsIn(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        _ => [],
    };
}
