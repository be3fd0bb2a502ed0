using System.Text.Json.Nodes;

namespace RetroBot.Tests.Cards.Rendering;

internal static class CardElements
{
    /// <summary>The card itself and every object in it, but for the data of actions, which is the bot's own.</summary>
    public static IEnumerable<JsonObject> Elements(this JsonNode? node) => node switch
    {
        JsonObject element => element.Where(property => property.Key is not ("data" or "msteams")).SelectMany(property => Elements(property.Value)).Prepend(element),
        JsonArray elements => elements.SelectMany(Elements),
        _ => [],
    };
}
