using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace RetroBot.Core.CaseStudies;

/// <summary>A quarter of a calendar year, such as <c>2026-Q4</c>: as exactly as anyone may know when a case study was written. Names sort as time does.</summary>
public readonly record struct Quarter
{
    private const int Months = 3;

    public int Year { get; }
    public int Number { get; }

    /// <exception cref="ArgumentOutOfRangeException">No such quarter.</exception>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9000);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        (Year, Number) = (year, number);
    }

    public static Quarter Of(LocalDate date) => new(date.Year, ((date.Month - 1) / Months) + 1);

    public LocalDate FirstDay => new(Year, ((Number - 1) * Months) + 1, 1);

    public LocalDate LastDay => FirstDay.PlusMonths(Months).PlusDays(-1);

    public Quarter Before => Of(FirstDay.PlusMonths(-Months));

    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 7 } || text[4] != '-' || text[5] != 'Q' || text[6] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 9000)
            return false;
        quarter = new Quarter(year, text[6] - '0');
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}
