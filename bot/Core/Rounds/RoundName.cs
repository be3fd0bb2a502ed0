using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace RetroBot.Core.Rounds;

/// <summary>The ISO week that names a round, such as <c>2026-W47</c>. Names sort as time does.</summary>
public readonly record struct RoundName
{
    public int WeekYear { get; }
    public int Week { get; }

    /// <exception cref="ArgumentOutOfRangeException">The year has no such ISO week.</exception>
    public RoundName(int weekYear, int week)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weekYear, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weekYear, 9000);
        ArgumentOutOfRangeException.ThrowIfLessThan(week, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(week, WeekYearRules.Iso.GetWeeksInWeekYear(weekYear));
        WeekYear = weekYear;
        Week = week;
    }

    public static RoundName Of(LocalDate date) =>
        new(WeekYearRules.Iso.GetWeekYear(date), WeekYearRules.Iso.GetWeekOfWeekYear(date));

    /// <summary>The Monday on which the week starts.</summary>
    public LocalDate Monday => LocalDate.FromWeekYearWeekAndDay(WeekYear, Week, IsoDayOfWeek.Monday);

    public static bool TryParse([NotNullWhen(true)] string? text, out RoundName name)
    {
        name = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] != 'W'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || year is < 2000 or > 9000 || week < 1 || week > WeekYearRules.Iso.GetWeeksInWeekYear(year))
            return false;
        name = new RoundName(year, week);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{WeekYear:0000}-W{Week:00}");
}
