using NodaTime;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>When what belongs to a quarter is complete: what is made of it is made then, once, and never again. Days are those of UTC.</summary>
public static class ClosedQuarters
{
    /// <summary>After the last day, for the rounds that are still open then and for zones that are behind.</summary>
    public static Period Grace { get; } = Period.FromDays(7);

    /// <summary>Whether the quarter is closed.</summary>
    public static bool IsClosedAt(this Quarter quarter, Instant now) => now.InUtc().Date >= quarter.LastDay.PlusDays(1) + Grace;

    /// <summary>The last quarter that is closed.</summary>
    public static Quarter LatestAt(Instant now) => Quarter.Of(now.InUtc().Date - Grace).Before;

    /// <summary>A round belongs to the quarter in which its week begins.</summary>
    public static bool Includes(this Quarter quarter, RoundName round) => Quarter.Of(round.Monday) == quarter;
}
