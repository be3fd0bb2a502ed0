using System.Globalization;
using System.Text.RegularExpressions;

namespace RetroBot.Cards;

/// <summary>Writes the first of a month as the language counts it: 1er novembre, and from then on 2 novembre.</summary>
/// <param name="first">The number of the day.</param>
internal sealed partial class SpokenDates(CultureInfo culture, string first) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg is IFormattable value
        ? value.ToString(IsFirst(arg) && format is not null ? DayOfMonth().Replace(format, $"'{first}'") : format, culture)
        : arg?.ToString() ?? "";

    private static bool IsFirst(object value) => value is DateOnly { Day: 1 } or DateTime { Day: 1 } or DateTimeOffset { Day: 1 };

    [GeneratedRegex(@"\bd\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayOfMonth();
}
