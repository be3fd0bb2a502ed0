namespace RetroBot.Simulation.Limits;

/// <summary>So many calls in any stretch of time of this length.</summary>
public readonly record struct Window(int Calls, TimeSpan Within);
