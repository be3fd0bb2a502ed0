using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>Hours of the day, in a team's own zone, in which RetroBot sends nobody a card by itself: from one local time up to, not including, another, over midnight where the first is the later.</summary>
/// <remarks>What would be sent in them waits until they end. Where both are the same there are none.</remarks>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    public static QuietHours None { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    public bool Include(LocalTime time) => From <= To ? time >= From && time < To : time >= From || time < To;

    public bool IncludeAt(Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Include(at.InZone(zone).TimeOfDay);
    }

    /// <summary><paramref name="at"/> itself where it is not in quiet hours; else when they end.</summary>
    public Instant Pass(Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (!IncludeAt(at, zone)) return at;
        var local = at.InZone(zone).LocalDateTime;
        var end = (local.TimeOfDay < To ? local.Date : local.Date.PlusDays(1)) + To;
        var ends = zone.MapLocal(end);
        // A clock change may skip that time, or have it twice, the first before now.
        var passed = ends.Count == 0 ? end.InZoneLeniently(zone).ToInstant() : ends.First().ToInstant() > at ? ends.First().ToInstant() : ends.Last().ToInstant();
        // Moved forward by a gap it may have passed all that is not quiet of a day.
        return Pass(passed, zone);
    }
}
