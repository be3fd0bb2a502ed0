using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Client;

/// <summary>An <c>Action.Execute</c> on a card, with the inputs whose values go along when it is pressed.</summary>
public sealed class CardAction
{
    /// <summary>Properties that no reader sees as part of the card: payloads, and what is shown only by a client that lacks something.</summary>
    private static readonly HashSet<string> Unseen = ["data", "fallback", "refresh", "authentication"];

    private readonly JsonElement action;
    private readonly IReadOnlyList<JsonElement> inputs;

    private CardAction(JsonElement action, IReadOnlyList<JsonElement> inputs)
    {
        this.action = action;
        this.inputs = inputs;
    }

    public string? Title => action.At("title").AsText();

    public string Verb => action.At("verb").AsText() ?? "";

    public JsonElement Data => action.At("data");

    /// <summary>Every <c>Action.Execute</c> on a card: its own, those of its elements at any depth, and those on cards it can unfold.</summary>
    public static IReadOnlyList<CardAction> AllOn(JsonElement card) => [.. On(card, [])];

    /// <param name="where">Chooses among actions of one verb by their data.</param>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static CardAction Find(JsonElement card, string verb, Func<JsonElement, bool>? where = null)
    {
        var all = AllOn(card);
        var found = all.Where(action => string.Equals(action.Verb, verb, StringComparison.Ordinal) && where?.Invoke(action.Data) != false).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException(
                $"{found.Count} actions '{verb}' on the card; its verbs are: {string.Join(", ", all.Select(action => action.Verb))}.");
    }

    /// <summary>The data that a client sends: the action's own, and over it the inputs by their ids, untouched ones with what the card put there, empty ones left out.</summary>
    /// <param name="typed">Values by input id.</param>
    /// <exception cref="InvalidOperationException">A client would not let a person do this: no such input, no such choice, or a required one is empty.</exception>
    public JsonObject DataWith(IReadOnlyDictionary<string, string>? typed = null)
    {
        typed ??= new Dictionary<string, string>(StringComparer.Ordinal);
        var fields = inputs.Select(input => new CardInput(input)).ToList();
        if (typed.Keys.Except(fields.Select(field => field.Id), StringComparer.Ordinal).ToList() is [_, ..] unknown)
        {
            throw new InvalidOperationException(
                $"No input {string.Join(", ", unknown)} goes with '{Verb}'; there are: {string.Join(", ", fields.Select(field => field.Id))}.");
        }

        var data = Data.ValueKind == JsonValueKind.Object ? JsonObject.Create(Data.Clone())! : [];
        foreach (var field in fields)
        {
            if (field.ValueSent(typed.GetValueOrDefault(field.Id)) is { } value)
                data[field.Id] = value;
        }

        return data;
    }

    /// <summary>An unfolded card sends its own inputs and those of the cards it was unfolded from.</summary>
    private static IEnumerable<CardAction> On(JsonElement card, IReadOnlyList<JsonElement> outerInputs)
    {
        var elements = ElementsOf(card).ToList();
        List<JsonElement> inScope =
            [.. outerInputs, .. elements.Where(element => element.At("type").AsText()!.StartsWith("Input.", StringComparison.Ordinal))];
        foreach (var element in elements)
        {
            if (element.At("type").ValueEquals("Action.Execute"))
                yield return new CardAction(element, element.At("associatedInputs").AsText() is "none" ? [] : inScope);
            if (!element.At("type").ValueEquals("Action.ShowCard"))
                continue;
            foreach (var unfolded in On(element.At("card"), inScope))
                yield return unfolded;
        }
    }

    /// <summary>The elements and actions of one card, without those of the cards it can unfold.</summary>
    private static IEnumerable<JsonElement> ElementsOf(JsonElement node)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Array:
                return node.EnumerateArray().SelectMany(ElementsOf);
            case JsonValueKind.Object:
                var type = node.At("type").AsText();
                var parts = node.EnumerateObject()
                    .Where(property => !Unseen.Contains(property.Name))
                    .Where(property => !(type is "Action.ShowCard" && property.NameEquals("card")))
                    .SelectMany(property => ElementsOf(property.Value));
                return type is null ? parts : parts.Prepend(node);
            default:
                return [];
        }
    }
}
