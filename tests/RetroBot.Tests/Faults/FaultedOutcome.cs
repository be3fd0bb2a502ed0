using RetroBot.Simulation.Judging;

namespace RetroBot.Tests.Faults;

/// <summary>What became of a round.</summary>
/// <param name="Person">How many cards came to the person whose card met the fault, when the others have one each.</param>
/// <param name="Status">What the lead reads.</param>
public sealed record FaultedOutcome(CardCount Others, int Person, string Status);
