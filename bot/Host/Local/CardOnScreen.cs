using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards;

namespace RetroBot.Host.Local;

/// <summary>A card as a client shows it: buttons that can be pressed, choices that can be ticked.</summary>
internal sealed class CardOnScreen(JsonObject card)
{
    /// <summary>The data of the first button with this verb that suits; null when there is none.</summary>
    public JsonObject? Button(string verb, Func<CardData, bool> suits) =>
        All(card)
            .Where(element => string.Equals((string?)element["verb"], verb, StringComparison.Ordinal))
            .Select(button => button["data"] as JsonObject)
            .FirstOrDefault(data => data is not null && suits(new CardData(JsonSerializer.SerializeToElement(data))));

    /// <summary>What the card's inputs hold when a person has ticked every choice with one of these values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Ticked(IReadOnlySet<string> values) =>
        from input in All(card)
        where (string?)input["type"] is "Input.ChoiceSet"
        let ticked = string.Join(',', (input["choices"] as JsonArray ?? []).Select(choice => (string?)choice?["value"] ?? "").Where(values.Contains))
        where ticked.Length > 0 // a client leaves empty inputs out
        select KeyValuePair.Create((string?)input["id"] ?? "", ticked);

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(property => All(property.Value)).Prepend(element),
        JsonArray elements => elements.SelectMany(All),
        _ => [],
    };
}
