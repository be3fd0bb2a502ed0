using System.Text.Json;
using RetroBot.Cards;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Cards.Speaking;

namespace RetroBot.Tests.People;

/// <summary>What a reader of cards finds written there, and writers with Teams in some language.</summary>
internal static class Said
{
    /// <summary>A text of the resource files, without values.</summary>
    public static string In(string tag, string key) => TextFiles.Of(Languages.Find(tag)!)[key];

    public static IReadOnlyList<string> On(ReceivedActivity activity) => On(activity.Card!.Value);

    public static IReadOnlyList<string> On(JsonElement card) => [.. Strings(card)];

    public static async Task<IReadOnlyList<string>> AnswerToAsync(TeamsClient person, ReceivedActivity card, string verb, CancellationToken ct, string locale = "en-US", Func<JsonElement, bool>? where = null)
    {
        var action = CardAction.Find(card.Card!.Value, verb, where);
        var press = person.Compose.CardInvoke(card, action.Title, verb, action.DataWith());
        press["locale"] = locale;
        return On((await person.PostAsync(press, ct)).Card!.Value);
    }

    public static Task<BotAnswer> SayAsync(TeamsClient person, string text, string locale, CancellationToken ct)
    {
        var message = person.Compose.PersonalMessage(text);
        message["locale"] = locale;
        return person.PostAsync(message, ct);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
