using NodaTime;

namespace RetroBot.Core.People;

/// <summary>What a person told RetroBot about being asked, and in which language: the only lasting row about a member.</summary>
/// <param name="PausedUntil">No check-in before this instant; null when not paused.</param>
/// <param name="Stopped">No check-in until the person says start.</param>
public sealed record Preferences(Instant? PausedUntil, bool Stopped)
{
    public static Preferences Default { get; } = new(null, Stopped: false);

    /// <summary>The tag of the language that the person chose, such as <c>pt-BR</c>; null where they chose none.</summary>
    public string? Language { get; init; }

    /// <summary>Whether there is a note that the person paused, be it over or not, or stopped.</summary>
    public bool SayNotToAsk => Stopped || PausedUntil is not null;

    /// <summary>Without that note.</summary>
    public Preferences AskedAgain() => this with { PausedUntil = null, Stopped = false };

    public bool AllowAskingAt(Instant now) => !Stopped && (PausedUntil is not { } until || until <= now);
}
