namespace RetroBot.Host.Deliveries;

/// <summary>
/// The pace of one tenant's requests: evenly spaced by the generic cell rate algorithm, so that nothing comes in a burst, and never more than a conversation takes.
/// </summary>
/// <remarks>
/// Requests have their turn in the order in which they ask. A time is counted from the service's start.
/// The channel counts a request when it arrives. One that left late, since a connection had to be made or the process was busy, is counted from then on, so that the one that has its place a second behind it waits, too.
/// What happens to it on the way cannot be known, since an answer is late because the channel is busy, too. So every window is taken to be a little longer than it is: by more after a refusal, since that costs a second for all,
/// and then again by less and less.
/// </remarks>
internal sealed class TenantPace(int requestsPerSecond)
{
    /// <summary>So much of it is heeded: nobody waits for long because one connection is slow.</summary>
    private static readonly TimeSpan MostLate = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LeastMargin = TimeSpan.FromMilliseconds(12);
    private static readonly TimeSpan MostMargin = TimeSpan.FromMilliseconds(100);

    /// <summary>By so much a refusal widens it.</summary>
    private static readonly TimeSpan Widening = TimeSpan.FromMilliseconds(6);

    /// <summary>By so much each request narrows it: at 50 a second, one refusal is forgotten within ten minutes, and so one in ten minutes is what refusals settle at.</summary>
    private static readonly TimeSpan Narrowing = TimeSpan.FromMicroseconds(0.2);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly RecentRequests all = new([new RequestWindow(requestsPerSecond, Second)]);

    /// <summary>Where the rate is raised above the channel's own, the conversations' is raised alike.</summary>
    private readonly double raised = Math.Max(1, requestsPerSecond / (double)ChannelLimits.RequestsPerSecond);
    private readonly Dictionary<(string Conversation, RequestKind Kind), RecentRequests> conversations = [];
    private TimeSpan next;
    private TimeSpan margin = LeastMargin;

    private TimeSpan Spacing => (Second + margin) / requestsPerSecond;

    /// <summary>Takes the next turn, unless it is too far off: then it stays for somebody else.</summary>
    /// <returns>When it is.</returns>
    public TimeSpan TakeTurn(TimeSpan now, TimeSpan longestWait)
    {
        lock (gate)
        {
            var turn = next > now ? next : now;
            if (turn - now <= longestWait) next = turn + Spacing;
            return turn;
        }
    }

    /// <summary>Counts a request that goes out now, if everything has room for it.</summary>
    /// <param name="number">By which it is told when it left, if it goes.</param>
    /// <returns>How long it must wait before it asks again; zero when it goes.</returns>
    public TimeSpan TryGo(string? conversation, RequestKind kind, TimeSpan now, out long number)
    {
        lock (gate)
        {
            number = 0;
            var its = Of(conversation, kind);
            var (everything, here) = (all.WaitAt(now, margin), its?.WaitAt(now, margin) ?? TimeSpan.Zero);
            var wait = everything > here ? everything : here;
            if (wait <= TimeSpan.Zero) number = Count(its, now);
            return wait;
        }
    }

    /// <summary>Counts a request that waits for nobody.</summary>
    /// <returns>The number by which it is told when it left.</returns>
    public long Go(string? conversation, RequestKind kind, TimeSpan now)
    {
        lock (gate)
        {
            // However many people are answered at once, what RetroBot begins itself comes on again in a second.
            var turn = next > now ? next : now;
            if (turn - now < Second) next = turn + Spacing;
            return Count(Of(conversation, kind), now);
        }
    }

    /// <summary>A request that was counted has left only now.</summary>
    public void Left(long number, TimeSpan now)
    {
        lock (gate) all.Delay(number, now, MostLate);
    }

    /// <summary>The channel has had too many requests, although each was in its turn.</summary>
    public void Slow()
    {
        lock (gate) margin = margin + Widening < MostMargin ? margin + Widening : MostMargin;
    }

    /// <summary>Forgets conversations that were silent for long.</summary>
    public void Forget(TimeSpan now)
    {
        lock (gate)
        {
            foreach (var (conversation, _) in conversations.Where(entry => entry.Value.IsOverAt(now, margin)).ToList()) conversations.Remove(conversation);
        }
    }

    private long Count(RecentRequests? its, TimeSpan now)
    {
        if (margin > LeastMargin) margin -= Narrowing;
        its?.Add(now);
        return all.Add(now);
    }

    private RecentRequests? Of(string? conversation, RequestKind kind)
    {
        if (conversation is null || kind == RequestKind.Other) return null;
        if (conversations.TryGetValue((conversation, kind), out var its)) return its;
        var windows = kind == RequestKind.Send ? ChannelLimits.Sends : ChannelLimits.RosterReads;
        return conversations[(conversation, kind)] = new RecentRequests([.. windows.Select(window => window with { Within = window.Within / raised })]);
    }
}
