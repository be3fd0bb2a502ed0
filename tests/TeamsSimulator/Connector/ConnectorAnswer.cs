using System.Text.Json.Nodes;

namespace RetroBot.Simulation.Connector;

internal sealed record ConnectorAnswer(int Status, JsonObject? Body)
{
    public static ConnectorAnswer Ok(JsonObject? body = null) => new(200, body);

    public static ConnectorAnswer Created(JsonObject body) => new(201, body);
}
