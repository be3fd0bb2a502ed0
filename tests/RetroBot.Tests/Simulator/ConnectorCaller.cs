using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Simulation;

namespace RetroBot.Tests.Simulator;

/// <summary>Calls the simulated connector as a bot's HTTP client would, one connection a call.</summary>
internal sealed class ConnectorCaller(TeamsSimulator teams) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = teams.ServiceUrl, DefaultRequestHeaders = { ConnectionClose = true } };

    public static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    public static string ChatWith(Answer created) => created.Body.GetProperty("id").GetString()!;

    public Task<Answer> CreateAsync(SimulatedPerson person, CancellationToken ct) => CreateAsync(
        new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = teams.Bot.Id },
            ["members"] = new JsonArray(new JsonObject { ["id"] = person.Id }),
            ["tenantId"] = person.Tenant.Id.ToString(),
        },
        ct);

    public Task<Answer> CreateAsync(JsonObject parameters, CancellationToken ct) =>
        CallAsync(HttpMethod.Post, "v3/conversations", parameters, ct);

    public Task<Answer> SendAsync(string conversationId, JsonNode activity, CancellationToken ct) =>
        CallAsync(HttpMethod.Post, $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities", activity, ct);

    public Task<Answer> GetAsync(string path, CancellationToken ct) => CallAsync(HttpMethod.Get, path, body: null, ct);

    public async Task<Answer> CallAsync(HttpMethod method, string path, JsonNode? body, CancellationToken ct, string? bearer = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (bearer is not null)
            request.Headers.Add("Authorization", $"Bearer {bearer}");
        using var response = await http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return new Answer(response.StatusCode, text, response.Headers.RetryAfter?.Delta);
    }

    public void Dispose() => http.Dispose();

    internal sealed record Answer(HttpStatusCode Status, string Text, TimeSpan? RetryAfter)
    {
        public JsonElement Body => Text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(Text);

        public string? ErrorCode => Body.GetProperty("error").GetProperty("code").GetString();
    }
}
