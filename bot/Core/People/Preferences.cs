using NodaTime;

namespace RetroBot.Core.People;

/// <summary>What a person told RetroBot about being asked: the only lasting row about a member.</summary>
/// <param name="PausedUntil">No check-in before this instant; null when not paused.</param>
/// <param name="Stopped">No check-in until the person says start.</param>
public sealed record Preferences(Instant? PausedUntil, bool Stopped)
{
    public static Preferences Default { get; } = new(null, Stopped: false);

    public bool AllowAskingAt(Instant now) => !Stopped && (PausedUntil is not { } until || until <= now);
}
