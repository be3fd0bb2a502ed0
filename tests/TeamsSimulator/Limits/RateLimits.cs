namespace RetroBot.Simulation.Limits;

/// <summary>How much the connector takes from a bot before it answers 429 with <c>Retry-After</c>.</summary>
/// <param name="Sends">Per conversation: sends and replies.</param>
/// <param name="Rosters">Per conversation: pages of its roster, and single members.</param>
/// <param name="Everything">Per tenant: every call.</param>
public sealed record RateLimits(IReadOnlyList<Window> Sends, IReadOnlyList<Window> Rosters, IReadOnlyList<Window> Everything)
{
    public static RateLimits None { get; } = new([], [], []);

    /// <summary>"Optimize your bot with rate limiting in Teams", Microsoft Learn: its tables per bot and thread, and its limit per app and tenant.</summary>
    public static RateLimits Documented { get; } = new(
        Sends: [Calls(7, 1), Calls(8, 2), Calls(60, 30), Calls(1_800, 3_600)],
        Rosters: [Calls(14, 1), Calls(16, 2), Calls(120, 30), Calls(3_600, 3_600)],
        Everything: [Calls(50, 1)]);

    private static Window Calls(int calls, int seconds) => new(calls, TimeSpan.FromSeconds(seconds));
}
