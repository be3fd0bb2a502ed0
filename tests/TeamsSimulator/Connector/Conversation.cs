namespace RetroBot.Simulation.Connector;

/// <summary>Somewhere a bot can send to.</summary>
internal abstract record Conversation(string Id)
{
    public Timeline Timeline { get; } = new();

    internal sealed record Personal(string Id, SimulatedPerson Person) : Conversation(Id);

    internal sealed record InChannel(SimulatedChannel Channel) : Conversation(Channel.Id);
}
