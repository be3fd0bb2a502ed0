namespace RetroBot.Host.Deliveries;

/// <summary>What Teams takes of one bot ("Optimize your bot with rate limiting in Teams", Microsoft Learn).</summary>
internal static class ChannelLimits
{
    /// <summary>Of everything, per app and tenant.</summary>
    public const int RequestsPerSecond = 50;

    /// <summary>Per conversation.</summary>
    public static IReadOnlyList<RequestWindow> Sends { get; } = [Of(7, 1), Of(8, 2), Of(60, 30), Of(1_800, 3_600)];

    /// <summary>Per conversation.</summary>
    public static IReadOnlyList<RequestWindow> RosterReads { get; } = [Of(14, 1), Of(16, 2), Of(120, 30), Of(3_600, 3_600)];

    private static RequestWindow Of(int requests, int seconds) => new(requests, TimeSpan.FromSeconds(seconds));
}
