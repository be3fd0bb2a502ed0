namespace RetroBot.Host.Deliveries;

/// <summary>
/// The pace of one tenant's requests: evenly spaced by the generic cell rate algorithm, so that nothing comes in a burst, and never more than a conversation takes.
/// </summary>
/// <remarks>
/// Requests have their turn in the order in which they ask. A time is counted from the service's start.
/// The channel counts a request when it arrives, and a few are late on their way: whichever is answered later than most is taken to have arrived so much later, so that the one that has its place a second behind it waits, too.
/// </remarks>
internal sealed class TenantPace(int requestsPerSecond)
{
    /// <summary>A second of the channel's is taken to be so much longer, for what all requests are late by.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(10);

    /// <summary>An answer that takes longer was long in the making.</summary>
    private static readonly TimeSpan MostLate = TimeSpan.FromMilliseconds(200);

    private const double Step = 1.05;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1) + Margin;

    private readonly Lock gate = new();
    private readonly TimeSpan spacing = Second / requestsPerSecond;
    private readonly RecentRequests all = new([new RequestWindow(requestsPerSecond, Second)]);

    /// <summary>Where the rate is raised above the channel's own, the conversations' is raised alike.</summary>
    private readonly double raised = Math.Max(1, requestsPerSecond / (double)ChannelLimits.RequestsPerSecond);
    private readonly Dictionary<(string Conversation, RequestKind Kind), RecentRequests> conversations = [];
    private TimeSpan next;

    /// <summary>The median of how long answers take: it goes up a little with each that takes longer, and down as much with each that does not.</summary>
    private TimeSpan usual;

    /// <summary>Takes the next turn, unless it is too far off: then it stays for somebody else.</summary>
    /// <returns>When it is.</returns>
    public TimeSpan TakeTurn(TimeSpan now, TimeSpan longestWait)
    {
        lock (gate)
        {
            var turn = next > now ? next : now;
            if (turn - now <= longestWait) next = turn + spacing;
            return turn;
        }
    }

    /// <summary>Counts a request that goes out now, if everything has room for it.</summary>
    /// <param name="number">By which its end is told, if it goes.</param>
    /// <returns>How long it must wait before it asks again; zero when it goes.</returns>
    public TimeSpan TryGo(string? conversation, RequestKind kind, TimeSpan now, out long number)
    {
        lock (gate)
        {
            number = 0;
            var its = Of(conversation, kind);
            var (everything, here) = (all.WaitAt(now), its?.WaitAt(now) ?? TimeSpan.Zero);
            var wait = everything > here ? everything : here;
            if (wait <= TimeSpan.Zero) number = Count(its, now);
            return wait;
        }
    }

    /// <summary>Counts a request that waits for nobody.</summary>
    /// <returns>The number by which its end is told.</returns>
    public long Go(string? conversation, RequestKind kind, TimeSpan now)
    {
        lock (gate)
        {
            // However many people are answered at once, what RetroBot begins itself comes on again in a second.
            var turn = next > now ? next : now;
            if (turn - now < Second) next = turn + spacing;
            return Count(Of(conversation, kind), now);
        }
    }

    /// <summary>A request was answered.</summary>
    public void Ended(long number, TimeSpan took)
    {
        lock (gate)
        {
            if (usual == TimeSpan.Zero) usual = took;
            var late = took - usual;
            usual = late > TimeSpan.Zero ? usual * Step : usual / Step;
            if (late > TimeSpan.Zero) all.Delay(number, late < MostLate ? late : MostLate);
        }
    }

    /// <summary>Forgets conversations that were silent for long.</summary>
    public void Forget(TimeSpan now)
    {
        lock (gate)
        {
            foreach (var (conversation, _) in conversations.Where(entry => entry.Value.IsOverAt(now)).ToList()) conversations.Remove(conversation);
        }
    }

    private long Count(RecentRequests? its, TimeSpan now)
    {
        its?.Add(now);
        return all.Add(now);
    }

    private RecentRequests? Of(string? conversation, RequestKind kind)
    {
        if (conversation is null || kind == RequestKind.Other) return null;
        if (conversations.TryGetValue((conversation, kind), out var its)) return its;
        var windows = kind == RequestKind.Send ? ChannelLimits.Sends : ChannelLimits.RosterReads;
        return conversations[(conversation, kind)] = new RecentRequests([.. windows.Select(window => window with { Within = (window.Within + Margin) / raised })]);
    }
}
