using System.Collections.Immutable;

namespace RetroBot.Host.Deliveries;

/// <summary>When the latest requests went out, as far back as the windows reach. Not for several threads at once.</summary>
internal sealed class RecentRequests(ImmutableArray<RequestWindow> windows)
{
    private readonly int most = windows.Max(window => window.Requests);
    private readonly List<TimeSpan> sent = [];
    private long forgotten;

    /// <param name="margin">By which every window is taken to be longer.</param>
    /// <returns>How long until every window has room; zero where all have now.</returns>
    public TimeSpan WaitAt(TimeSpan now, TimeSpan margin)
    {
        var wait = TimeSpan.Zero;
        foreach (var window in windows)
        {
            if (sent.Count < window.Requests) continue;
            var free = sent[^window.Requests] + window.Within + margin - now;
            if (free > wait) wait = free;
        }
        return wait;
    }

    /// <returns>Its number.</returns>
    public long Add(TimeSpan at)
    {
        // In bulk, so that forgetting costs no more than remembering.
        if (sent.Count == 2 * most)
        {
            sent.RemoveRange(0, most);
            forgotten += most;
        }
        sent.Add(at);
        return forgotten + sent.Count - 1;
    }

    /// <summary>A request turned out to be later. The others keep their places: of any that are as many apart as a window has room for, the second still waits for the first.</summary>
    /// <param name="most">So much of it counts.</param>
    public void Delay(long number, TimeSpan until, TimeSpan most)
    {
        if (number < forgotten) return;
        var place = (int)(number - forgotten);
        sent[place] = TimeSpan.FromTicks(Math.Min(until.Ticks, (sent[place] + most).Ticks));
    }

    /// <summary>Whether nothing in it can hold a request back any more.</summary>
    /// <param name="margin">As above.</param>
    public bool IsOverAt(TimeSpan now, TimeSpan margin) => sent.Count == 0 || now - sent[^1] > windows[^1].Within + margin;
}
