namespace RetroBot.Simulation;

/// <summary>A channel of a team. The General channel has the team's own id, and Teams lists it without a name.</summary>
public sealed record SimulatedChannel(SimulatedTeam Team, string Id, string? Name);
