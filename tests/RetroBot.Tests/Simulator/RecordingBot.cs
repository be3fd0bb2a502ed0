using System.Net;
using System.Text.Json;

namespace RetroBot.Tests.Simulator;

/// <summary>Keeps what reaches a bot's endpoint, and answers the same to all of it.</summary>
internal sealed class RecordingBot(HttpStatusCode status = HttpStatusCode.OK, string answer = "") : HttpMessageHandler
{
    public List<Received> All { get; } = [];

    public JsonElement LastActivity => JsonSerializer.Deserialize<JsonElement>(All[^1].Body);

    public HttpClient Client() => new(this) { BaseAddress = new Uri("http://bot.example/") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        All.Add(new Received(
            request.RequestUri!.AbsolutePath,
            await request.Content!.ReadAsStringAsync(cancellationToken),
            request.Content.Headers.ContentType?.ToString(),
            request.Headers.Authorization?.Parameter));
        return new HttpResponseMessage(status) { Content = new StringContent(answer) };
    }

    internal sealed record Received(string Path, string Body, string? ContentType, string? Token);
}
