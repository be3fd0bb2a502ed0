using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>The first or the second cards of a round: neither waits for the other.</summary>
internal sealed record Errand(RoundId Round, CardWave Wave);
