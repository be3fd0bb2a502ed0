namespace RetroBot.Tests.Crashes;

/// <summary>One in the close.</summary>
public abstract class ClosingMistake : CrashMistake
{
    /// <summary>The round's row is written this many times: closed early, counted, and what the team had read taken over; then with its post, then as published.</summary>
    private protected static Call WriteOfRound(int time) => new("storage: PUT rounds r", time, Changes: true);
}
