using NodaTime;

namespace RetroBot.Core.Deliveries;

/// <summary>How long to leave a channel alone that is busy: what it asks for, else 1 s, 2 s, 4 s and so on.</summary>
public static class Backoff
{
    public static Duration Longest { get; } = Duration.FromMinutes(5);

    /// <param name="asked">What the channel asked for; null where it did not say.</param>
    /// <param name="tries">How often it was busy before.</param>
    /// <param name="jitter">From 0 to below 1: a random part, so that those who were refused together do not come back together.</param>
    public static Duration After(Duration? asked, int tries, double jitter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tries);
        if (asked is { } wish && wish > Duration.Zero) return wish;
        var doubled = Duration.FromSeconds(Math.Min(Math.Pow(2, tries), Longest.TotalSeconds));
        return doubled * (1 + (jitter / 2));
    }
}
