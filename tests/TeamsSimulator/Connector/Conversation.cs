namespace RetroBot.Simulation.Connector;

/// <summary>Somewhere a bot can send to.</summary>
internal abstract record Conversation(string Id, Timeline Timeline)
{
    public abstract SimulatedTenant Tenant { get; }

    internal sealed record Personal(string Id, SimulatedPerson Person, Timeline Timeline) : Conversation(Id, Timeline)
    {
        public override SimulatedTenant Tenant => Person.Tenant;
    }

    internal sealed record InChannel(SimulatedChannel Channel, Timeline Timeline) : Conversation(Channel.Id, Timeline)
    {
        public override SimulatedTenant Tenant => Channel.Team.Tenant;
    }
}
