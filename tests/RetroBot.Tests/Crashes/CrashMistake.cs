using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>A mistake in the close that makes no difference as long as the service lives.</summary>
public abstract class CrashMistake : Mistake
{
    /// <summary>The call at which the service dies of it.</summary>
    internal abstract Call At { get; }

    internal abstract KillMoment Moment { get; }

    /// <summary>What is wrong then.</summary>
    internal abstract IEnumerable<string> Faults { get; }

    /// <summary>The round's row is written this many times: closed early, counted, and what the team had read taken over; then with its post, then as published.</summary>
    private protected static Call WriteOfRound(int time) => new("storage: PUT rounds r", time, Changes: true);
}
