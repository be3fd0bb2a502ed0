using System.Globalization;

namespace RetroBot.Host.Deliveries;

/// <summary>How many requests a second RetroBot makes of Teams in one tenant.</summary>
internal static class PaceSettings
{
    private const string Setting = "RetroBot:Teams:RequestsPerSecond";
    private const int Most = 10_000;

    public static int RequestsPerSecond(IConfiguration configuration) => Parse(configuration) ?? ChannelLimits.RequestsPerSecond;

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } && Parse(configuration) is null)
            yield return $"{Setting} is not a whole number from 1 to {Most}, such as {ChannelLimits.RequestsPerSecond}, which is what Teams takes of an app in a tenant. More is for tests.";
    }

    private static int? Parse(IConfiguration configuration) =>
        int.TryParse(configuration[Setting], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null;
}
