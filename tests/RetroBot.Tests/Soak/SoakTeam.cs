using NodaTime;
using RetroBot.Core.Rounds;
using RetroBot.Simulation;

namespace RetroBot.Tests.Soak;

/// <summary>A team whose rounds open every week at a time of their own.</summary>
internal sealed class SoakTeam(SimulatedTeam team, DateTimeZone zone, IsoDayOfWeek day, LocalTime time, int openDays)
{
    public SimulatedTeam Team => team;

    public List<SoakPerson> Members { get; } = [];

    /// <summary>Whoever installed RetroBot; stays.</summary>
    public SoakPerson Lead => Members[0];

    /// <summary>The Monday of the week of the next round.</summary>
    private LocalDate next;

    public string ZoneId => zone.Id;

    public IsoDayOfWeek Day => day;

    public LocalTime Time => time;

    public int OpenDays => openDays;

    public RoundName NextName => RoundName.Of(next);

    public Instant OpensAt => At(next.PlusDays(day - IsoDayOfWeek.Monday));

    /// <summary>Of the next round.</summary>
    public Instant ClosesAt => At(next.PlusDays(day - IsoDayOfWeek.Monday + openDays));

    /// <summary>The first round is that which opens next.</summary>
    public void BeginAt(Instant now)
    {
        next = RoundName.Of(now.InZone(zone).Date).Monday;
        if (OpensAt <= now) Pass();
    }

    /// <summary>The next round has opened.</summary>
    public void Pass() => next = next.PlusWeeks(1);

    private Instant At(LocalDate date) => (date + time).InZoneLeniently(zone).ToInstant();
}
