namespace RetroBot.Cards.Digests;

/// <summary>What the form of a team's outcome shows.</summary>
/// <param name="Waiting">What was given for the next digest already; null for nothing.</param>
/// <param name="Shown">What the last digest with an outcome showed; null before the first.</param>
public sealed record TeamOutcomeContext(string TeamName, TrackedValue? Waiting, TrackedValue? Shown);
