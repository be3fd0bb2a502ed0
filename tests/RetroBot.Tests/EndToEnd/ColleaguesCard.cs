using System.Net.Http.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards.CheckIns;
using RetroBot.Host.Local;

namespace RetroBot.Tests.EndToEnd;

/// <summary>A check-in card in the chat of somebody who is not in front of the browser: what they press is posted to the service as Teams would.</summary>
/// <param name="message">The message with which the card came.</param>
internal sealed class ColleaguesCard(JsonObject message, JsonObject card)
{
    /// <summary>Says that AI helped, fills in the second step, and saves.</summary>
    /// <returns>The card that stands there in the end.</returns>
    public async Task<JsonObject> AnswerAsync(HttpClient service, DemoPerson person, CancellationToken ct)
    {
        var outcome = Button(card, CheckInCard.Verb, data => CheckInCard.Parse(data) == OutcomeChoice.Helped);
        var details = await PressAsync(service, person, CheckInCard.Verb, outcome, ct);

        var answer = Button(details, CheckInDetailsCard.Verb, _ => true);
        foreach (var (input, ticked) in new CardOnScreen(details).Ticked(new HashSet<string>(StringComparer.Ordinal) { "underFifteenMinutes", "lessTedious", "compared" })) answer[input] = ticked;
        return await PressAsync(service, person, CheckInDetailsCard.Verb, answer, ct);
    }

    private static JsonObject Button(JsonObject shown, string verb, Func<RetroBot.Cards.CardData, bool> suits) =>
        new CardOnScreen(shown).Button(verb, suits) ?? throw new InvalidOperationException($"The card has no such button {verb}: {shown}");

    private async Task<JsonObject> PressAsync(HttpClient service, DemoPerson person, string verb, JsonObject data, CancellationToken ct)
    {
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = message["serviceUrl"]!.DeepClone(),
            ["from"] = new JsonObject { ["id"] = person.ChannelAccount, ["aadObjectId"] = person.User.Value, ["name"] = person.Name },
            ["recipient"] = message["from"]!.DeepClone(),
            ["conversation"] = new JsonObject { ["id"] = message["conversation"]!["id"]!.DeepClone(), ["conversationType"] = "personal", ["tenantId"] = DemoTenant.Id.Value },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = DemoTenant.Id.Value } },
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() } },
        };
        using var response = await service.PostAsJsonAsync((Uri?)null, invoke, ct);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(ct);
        return answer?["value"] as JsonObject ?? throw new InvalidOperationException($"The button {verb} was answered with {answer}");
    }
}
