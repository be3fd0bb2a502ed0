namespace RetroBot.Simulation.Judging;

/// <summary>Who of some people received a card how often.</summary>
public sealed record CardCount(IReadOnlyList<SimulatedPerson> Never, IReadOnlyList<SimulatedPerson> Once, IReadOnlyList<SimulatedPerson> MoreThanOnce)
{
    public override string ToString() => $"never: {Never.Count}, once: {Once.Count}, more than once: {MoreThanOnce.Count}";
}
