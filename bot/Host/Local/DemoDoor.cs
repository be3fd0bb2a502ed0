using System.Text.Json.Nodes;

namespace RetroBot.Host.Local;

/// <summary>Presses buttons for the demo team's people, through the service's own front door: what it posts is judged like any other activity.</summary>
internal sealed class DemoDoor(OwnAddress own) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    /// <returns>The card that takes the place of the one whose button was pressed.</returns>
    /// <exception cref="HttpRequestException">The service did not take the activity, or answered it with no card.</exception>
    public async Task<CardOnScreen> PressAsync(ReceivedCheckIn checkIn, string verb, JsonObject data, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync(own.Messages, Invoke(checkIn, verb, data), ct);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(ct);
        return answer?["value"] is JsonObject card && (string?)answer["type"] is "application/vnd.microsoft.card.adaptive"
            ? new CardOnScreen(card)
            : throw new HttpRequestException($"The button {verb} was answered with {answer?["type"]} in place of a card.");
    }

    public void Dispose() => http.Dispose();

    private static JsonObject Invoke(ReceivedCheckIn checkIn, string verb, JsonObject data)
    {
        var team = checkIn.Invitation.Team;
        return new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = team.ServiceUrl.OriginalString,
            ["from"] = new JsonObject { ["id"] = checkIn.Person.ChannelAccount, ["aadObjectId"] = checkIn.Person.User.Value, ["name"] = checkIn.Person.Name },
            ["recipient"] = new JsonObject { ["id"] = team.Bot, ["name"] = DemoTenant.BotName },
            ["conversation"] = new JsonObject { ["id"] = $"a:demo-{checkIn.Person.User}", ["conversationType"] = "personal", ["tenantId"] = DemoTenant.Id.Value },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = DemoTenant.Id.Value } },
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() } },
        };
    }
}
