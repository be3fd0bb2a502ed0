using System.Globalization;
using NodaTime;

namespace RetroBot.Host.Retention;

/// <summary>How long the counts of a closed round are kept. An operator may shorten it, and nobody can lengthen it.</summary>
internal sealed class RetentionPeriod(IConfiguration configuration)
{
    public const int MostWeeks = 26;

    private const string Setting = "RetroBot:RetentionWeeks";

    public int Weeks { get; } = Parse(configuration) ?? MostWeeks;

    public Duration Length => Duration.FromDays(7 * Weeks);

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } && Parse(configuration) is null)
            yield return $"{Setting} is not a whole number from 1 to {MostWeeks}, such as 12: after so many weeks the counts of a closed round are deleted.";
    }

    private static int? Parse(IConfiguration configuration) =>
        int.TryParse(configuration[Setting], NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks is >= 1 and <= MostWeeks ? weeks : null;
}
