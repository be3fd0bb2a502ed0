namespace RetroBot.Host.Deliveries;

/// <summary>When the latest requests went out, as far back as the windows reach. Not for several threads at once.</summary>
internal sealed class RecentRequests(IReadOnlyList<RequestWindow> windows)
{
    private readonly int most = windows.Max(window => window.Requests);
    private readonly List<TimeSpan> sent = [];

    /// <returns>How long until every window has room; zero where all have now.</returns>
    public TimeSpan WaitAt(TimeSpan now)
    {
        var wait = TimeSpan.Zero;
        foreach (var window in windows)
        {
            if (sent.Count < window.Requests) continue;
            var free = sent[^window.Requests] + window.Within - now;
            if (free > wait) wait = free;
        }
        return wait;
    }

    public void Add(TimeSpan at)
    {
        sent.Add(at);
        // In bulk, so that forgetting costs no more than remembering.
        if (sent.Count > 2 * most) sent.RemoveRange(0, sent.Count - most);
    }

    /// <summary>Whether nothing in it can hold a request back any more.</summary>
    public bool IsOverAt(TimeSpan now) => sent.Count == 0 || now - sent[^1] > windows[^1].Within;
}
