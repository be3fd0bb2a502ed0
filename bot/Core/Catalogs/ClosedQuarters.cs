using NodaTime;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Core.Catalogs;

/// <summary>When what belongs to a quarter is complete: what is made of it is made then, once, and never again.</summary>
public static class ClosedQuarters
{
    private const int MonthsEach = 3;

    /// <summary>After the last day, for the rounds that are still open then and for zones that are behind.</summary>
    public static Period Grace { get; } = Period.FromDays(7);

    /// <summary>Whether the quarter is closed. Days are those of UTC.</summary>
    public static bool IsClosedAt(this Quarter quarter, Instant now) =>
        now.InUtc().Date >= new LocalDate(quarter.Year, ((quarter.Number - 1) * MonthsEach) + 1, 1).PlusMonths(MonthsEach) + Grace;
}
