using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Limits;

/// <summary>Keeps the limits. A call that is refused counts for nothing.</summary>
internal sealed class Throttle(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long start = time.GetTimestamp();
    private readonly Dictionary<string, SlidingWindows> sends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlidingWindows> rosters = new(StringComparer.Ordinal);
    private readonly Dictionary<SimulatedTenant, SlidingWindows> everything = [];

    /// <summary>When a call that has just arrived did.</summary>
    public TimeSpan Now => time.GetElapsedTime(start);

    /// <param name="arrived">By <see cref="Now"/>: a call counts from its first byte, however long its body takes.</param>
    /// <returns>Null when the call is taken; else how long the caller should wait before it comes again.</returns>
    public TimeSpan? Refuses(ConnectorRequest request, TimeSpan arrived, SimulatedTenant? tenant, RateLimits limits)
    {
        lock (gate)
        {
            var counted = WindowsOf(request, tenant, limits).ToList();
            var wait = counted.Select(counter => counter.Taken.Wait(counter.Limits, arrived)).Append(TimeSpan.Zero).Max();
            if (wait > TimeSpan.Zero) return wait;
            foreach (var counter in counted) counter.Taken.Take(counter.Limits, arrived);
            return null;
        }
    }

    private IEnumerable<(SlidingWindows Taken, IReadOnlyList<Window> Limits)> WindowsOf(ConnectorRequest request, SimulatedTenant? tenant, RateLimits limits)
    {
        if (tenant is not null) yield return (Of(everything, tenant), limits.Everything);
        if (request.ConversationId is not { } conversation) yield break;
        if (request.IsSend) yield return (Of(sends, conversation), limits.Sends);
        if (request.IsRosterRead) yield return (Of(rosters, conversation), limits.Rosters);
    }

    private static SlidingWindows Of<TKey>(Dictionary<TKey, SlidingWindows> all, TKey key)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var windows)) all[key] = windows = new SlidingWindows();
        return windows;
    }
}
