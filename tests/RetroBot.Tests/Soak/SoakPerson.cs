using NodaTime;
using RetroBot.Simulation;

namespace RetroBot.Tests.Soak;

/// <summary>Somebody in a team, and what they have told RetroBot.</summary>
internal sealed class SoakPerson(SimulatedPerson person)
{
    public SimulatedPerson Person => person;

    public bool Stopped { get; set; }

    /// <summary>They are not asked before.</summary>
    public Instant PausedUntil { get; set; } = Instant.MinValue;

    /// <summary>Whether a round that is sent at this time is for them.</summary>
    public bool AllowsAskingAt(Instant at) => !Stopped && at >= PausedUntil;
}
