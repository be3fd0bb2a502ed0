using System.Net;
using System.Text.Json;
using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Client;

/// <summary>The bot's HTTP answer to an activity.</summary>
/// <param name="Text">The body as it came; empty when there was none.</param>
public sealed record BotAnswer(HttpStatusCode Status, string Text)
{
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JsonElement Body => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The card that an <c>adaptiveCard/action</c> invoke is answered with, shown in place of the one acted on; null when the answer is something else.</summary>
    public JsonElement? Card =>
        Text.Length > 0 && Body.At("type").AsText() is "application/vnd.microsoft.card.adaptive" ? Body.At("value") : null;
}
