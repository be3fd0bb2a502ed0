using System.Text.Json.Nodes;
using RetroBot.Cards;
using RetroBot.Tests.Cards.Rendering;

namespace RetroBot.Tests.Cards.Proofs;

/// <summary>A card of the gallery as somebody sees it who fills it in.</summary>
internal sealed record DrawnForm(string Name, Card Model, JsonObject Card)
{
    /// <summary>Of those that ask for something, the actions that leave all of it behind.</summary>
    private const string SendsNothing = "none";

    public static IReadOnlyList<DrawnForm> All { get; } =
        [.. CardGallery.All.Select(entry => new DrawnForm(entry.Name, entry.Card, DrawnCard.Of(entry.Card).ByLanguage[Languages.English.Tag]))];

    public IEnumerable<JsonObject> Inputs => Card.Elements().Where(element => Text(element, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true);

    public IEnumerable<string> Verbs => Actions.Select(action => Text(action, "verb")!);

    /// <summary>The action that sends what was filled in; null on a card that asks for nothing.</summary>
    public JsonObject? Submit => Inputs.Any() ? Actions.Single(action => !string.Equals(Text(action, "associatedInputs"), SendsNothing, StringComparison.OrdinalIgnoreCase)) : null;

    private IEnumerable<JsonObject> Actions => Card.Elements().Where(element => Text(element, "type") is "Action.Execute");

    public static string? Text(JsonObject element, string property) => element[property] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
