using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>Decides when a lead is asked whether a tool is still to be left out.</summary>
public static class ToolReview
{
    /// <summary>Two years: what is left out longer than that is forgotten, not decided.</summary>
    private static readonly Period LongestAway = Period.FromYears(2);

    /// <summary>From tomorrow to two years on, by the team's calendar.</summary>
    public static (LocalDate First, LocalDate Last) Days(RoundSettings settings, Instant now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var today = now.InZone(settings.Zone).Date;
        return (today.PlusDays(1), today + LongestAway);
    }

    /// <summary>The next question: on the day of the review at the hour at which the team's rounds open, or as soon after it as quiet hours allow.</summary>
    /// <returns>Null where there is none to come. A time that is not later than <paramref name="now"/> is due.</returns>
    public static (Instant At, ToolOptOut OptOut)? Next(Team team, QuietHours quiet, Instant now)
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(quiet);
        var coming = team.OptOuts.Where(one => !one.IsAsked).Select(one => (At: AskedAt(one.Review), OptOut: one)).ToList();
        return coming.Count == 0 ? null : coming.MinBy(one => one.At);

        Instant AskedAt(LocalDate day) => quiet.Pass(Instant.Max(now, DueAt(team.Settings, day)), team.Settings.Zone);
    }

    /// <summary>When the question of a day is due, quiet hours left aside.</summary>
    public static Instant DueAt(RoundSettings settings, LocalDate review)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return (review + settings.Time).InZoneLeniently(settings.Zone).ToInstant();
    }
}
