using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>
/// When rounds open and close. Time is parted into periods of as many weeks as the cadence says, counted from the anchor in the team's zone; each has one round, named by
/// its first ISO week, which opens in that week. A local time that a clock change skips moves forward by as much; of one that occurs twice, the first counts.
/// </summary>
public static class RoundSchedule
{
    /// <summary>A round that could not be opened within this time is skipped, not sent late.</summary>
    public static Duration CatchUp { get; } = Duration.FromHours(12);

    private const int RoundsPerObligationQuestion = 4;

    /// <summary>The name of the round of the period in which <paramref name="at"/> lies.</summary>
    public static RoundName NameAt(RoundSettings settings, Instant at)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return RoundName.Of(FirstMonday(settings, PeriodOf(settings, at)));
    }

    /// <summary>The first scheduled opening after <paramref name="after"/>.</summary>
    public static Opening NextOpening(RoundSettings settings, Instant after)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var period = PeriodOf(settings, after);
        var opening = OpeningOf(settings, period);
        return opening.At > after ? opening : OpeningOf(settings, period + 1);
    }

    /// <summary>The last scheduled opening that is not after <paramref name="now"/>, if it is still to be caught up with; null otherwise.</summary>
    public static Opening? DueOpening(RoundSettings settings, Instant now)
    {
        var opening = NextOpening(settings, now - CatchUp - Duration.Epsilon);
        return opening.At <= now ? opening : null;
    }

    /// <summary>When a round opened at <paramref name="opening"/> is due to close: some days on at the same local time, and never after the next period's round opens.</summary>
    public static Instant ClosesAt(RoundSettings settings, Opening opening)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(opening);
        var close = opening.At.InZone(settings.Zone).LocalDateTime.PlusDays(settings.OpenDays).InZoneLeniently(settings.Zone).ToInstant();
        return Instant.Min(close, OpeningOf(settings, PeriodOf(settings, opening.At) + 1).At);
    }

    /// <summary>Whether the round asks how obliged people feel to use AI: every fourth one, the first three not.</summary>
    public static bool AsksObligation(RoundSettings settings, RoundName name)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return (PeriodOf(settings, name.Monday) + 1) % RoundsPerObligationQuestion == 0;
    }

    private static Opening OpeningOf(RoundSettings settings, int period)
    {
        var monday = FirstMonday(settings, period);
        var at = (monday.PlusDays(settings.Day - IsoDayOfWeek.Monday) + settings.Time).InZoneLeniently(settings.Zone).ToInstant();
        return new Opening(RoundName.Of(monday), at);
    }

    private static LocalDate FirstMonday(RoundSettings settings, int period) => settings.Anchor.PlusWeeks(period * (int)settings.Cadence);

    private static int PeriodOf(RoundSettings settings, Instant at) => PeriodOf(settings, at.InZone(settings.Zone).Date);

    /// <summary>Counted from the anchor's, which is 0; before it they are negative.</summary>
    private static int PeriodOf(RoundSettings settings, LocalDate date) =>
        (int)Math.Floor(Period.DaysBetween(settings.Anchor, date) / (7.0 * (int)settings.Cadence));
}
