namespace RetroBot.Simulation.Connector;

/// <summary>A fault that bots meet.</summary>
/// <param name="Name">For a test's output: unlike every other one's.</param>
public sealed record KnownFault(string Name, FaultMeaning Meaning, Fault Fault)
{
    public override string ToString() => Name;
}
