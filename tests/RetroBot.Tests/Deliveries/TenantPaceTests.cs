using FsCheck;
using FsCheck.Fluent;
using RetroBot.Host.Deliveries;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>The pace, on a clock of its own: whatever asks when, no window that Teams counts in is ever too full.</summary>
public sealed class TenantPaceTests
{
    private static readonly RequestWindow[] Everything = [new(ChannelLimits.RequestsPerSecond, TimeSpan.FromSeconds(1))];

    [Fact]
    public void No_window_of_the_tenant_or_of_a_conversation_is_ever_too_full() =>
        Prop.ForAll(Gen.Choose(0, 400).Zip(Gen.Choose(0, 5)).ListOf(300).ToArbitrary(), asked =>
        {
            var requests = asked.Select((one, index) => new Request(TimeSpan.FromMilliseconds(asked.Take(index + 1).Sum(earlier => earlier.Item1 < 300 ? 0 : earlier.Item1)), $"chat {one.Item2 % 3}", one.Item2 < 4 ? RequestKind.Send : RequestKind.RosterRead)).ToList();
            var went = Go(new TenantPace(ChannelLimits.RequestsPerSecond), requests);
            return Keeps(went.Select(one => one.At), Everything)
                && went.Where(one => one.Request.Kind == RequestKind.Send).GroupBy(one => one.Request.Conversation).All(chat => Keeps(chat.Select(one => one.At), ChannelLimits.Sends))
                && went.Where(one => one.Request.Kind == RequestKind.RosterRead).GroupBy(one => one.Request.Conversation).All(chat => Keeps(chat.Select(one => one.At), ChannelLimits.RosterReads));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ten_thousand_people_take_no_longer_than_98_of_100_of_the_limit_allow()
    {
        var went = Go(new TenantPace(ChannelLimits.RequestsPerSecond), [.. Enumerable.Range(0, 10_000).Select(person => new Request(TimeSpan.Zero, $"chat {person}", RequestKind.Send))]);
        Assert.InRange(went[^1].At.TotalSeconds, 10_000 / 50.0 - 1, 10_000 / (50 * 0.98));
    }

    [Fact]
    public void Where_a_few_requests_leave_late_no_second_of_the_channel_s_is_too_full_either()
    {
        var pace = new TenantPace(ChannelLimits.RequestsPerSecond);
        var random = new Random(47);
        var (arrived, leaving) = (new List<TimeSpan>(), new PriorityQueue<long, TimeSpan>());
        var now = TimeSpan.Zero;
        foreach (var turn in Enumerable.Range(0, 3_000).Select(_ => pace.TakeTurn(TimeSpan.Zero, TimeSpan.MaxValue)).ToList())
        {
            now = turn > now ? turn : now;
            while (true)
            {
                while (leaving.TryPeek(out _, out var at) && at <= now) pace.Left(leaving.Dequeue(), at);
                var wait = pace.TryGo("channel", RequestKind.Other, now, out var number);
                now += wait;
                if (wait > TimeSpan.Zero) continue;
                var late = TimeSpan.FromMilliseconds(random.Next(20) == 0 ? 20 + random.Next(60) : random.Next(4));
                arrived.Add(now + late);
                leaving.Enqueue(number, now + late);
                break;
            }
        }

        Assert.True(Keeps(arrived.Order(), Everything));
        Assert.InRange(arrived[^1].TotalSeconds, 3_000 / 50.0 - 1, 3_000 / (50 * 0.97));
    }

    [Fact]
    public void However_unevenly_requests_arrive_the_pace_finds_the_margin_at_which_few_are_refused_and_little_is_lost()
    {
        var pace = new TenantPace(ChannelLimits.RequestsPerSecond);
        var random = new Random(11);
        var (taken, refused, now) = (new List<TimeSpan>(), 0, TimeSpan.Zero);
        while (taken.Count < 20_000)
        {
            now = pace.TakeTurn(now, TimeSpan.MaxValue);
            while (pace.TryGo(conversation: null, RequestKind.Send, now, out _) is var wait && wait > TimeSpan.Zero) now += wait;
            // One in fifty is late by more than the least margin, and one in five thousand by more than anybody would allow for.
            var arrival = now + TimeSpan.FromMilliseconds(random.Next(5_000) switch { 0 => 150, < 100 => random.Next(10, 25), _ => random.NextDouble() * 3 });
            var latest = taken.Count == 0 || arrival > taken[^1] ? arrival : taken[^1];
            if (taken.Count < 50 || latest - taken[^50] >= TimeSpan.FromSeconds(1))
            {
                taken.Add(latest);
                continue;
            }
            refused++;
            pace.Slow();
            now += TimeSpan.FromSeconds(1);
        }

        Assert.InRange(refused, 1, 20);
        Assert.InRange(taken.Count / taken[^1].TotalSeconds / 50, 0.93, 1);
    }

    [Fact]
    public void After_a_refusal_the_pace_is_slower_and_comes_back()
    {
        var pace = new TenantPace(ChannelLimits.RequestsPerSecond);
        pace.Slow();

        Assert.Equal(1.018 / 50, Spacing().TotalSeconds, precision: 6);
        for (var request = 0; request < 50 * 600; request++) pace.Go(conversation: null, RequestKind.Other, TimeSpan.Zero);
        Assert.Equal(1.012 / 50, Spacing().TotalSeconds, precision: 6);
        for (var refusal = 0; refusal < 100; refusal++) pace.Slow();
        Assert.Equal(1.1 / 50, Spacing().TotalSeconds, precision: 6);

        TimeSpan Spacing() => pace.TakeTurn(TimeSpan.FromHours(1), TimeSpan.MaxValue) is var one ? pace.TakeTurn(TimeSpan.FromHours(1), TimeSpan.MaxValue) - one : default;
    }

    [Fact]
    public void Requests_are_spaced_evenly_also_after_a_silence()
    {
        var went = Go(new TenantPace(ChannelLimits.RequestsPerSecond), [.. Enumerable.Range(0, 20).Select(_ => new Request(TimeSpan.FromHours(1), Conversation: null, RequestKind.Other))]);
        Assert.All(went.Zip(went.Skip(1)), pair => Assert.InRange((pair.Second.At - pair.First.At).TotalMilliseconds, 20, 21));
    }

    [Fact]
    public void An_answer_to_a_person_goes_at_once_and_takes_the_turn_of_what_comes_behind_it()
    {
        var pace = new TenantPace(ChannelLimits.RequestsPerSecond);
        pace.Go("chat", RequestKind.Send, TimeSpan.Zero);
        Assert.InRange(pace.TakeTurn(TimeSpan.Zero, TimeSpan.FromSeconds(10)).TotalMilliseconds, 20, 21);
        for (var answer = 1; answer < 7; answer++) pace.Go("chat", RequestKind.Send, TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromMilliseconds(1_012), pace.TryGo("chat", RequestKind.Send, TimeSpan.Zero, out _));
        Assert.Equal(TimeSpan.Zero, pace.TryGo("another", RequestKind.Send, TimeSpan.Zero, out _));
    }

    [Fact]
    public void A_turn_that_is_too_far_off_is_left_and_ten_thousand_answers_to_people_hold_the_pace_up_for_a_second_at_most()
    {
        var pace = new TenantPace(ChannelLimits.RequestsPerSecond);
        for (var person = 0; person < 10_000; person++) pace.Go($"chat {person}", RequestKind.Send, TimeSpan.Zero);
        for (var waiting = 0; waiting < 10_000; waiting++) pace.TakeTurn(TimeSpan.Zero, TimeSpan.FromSeconds(10));

        Assert.InRange(pace.TakeTurn(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)).TotalSeconds, 10, 10.1);
    }

    [Fact]
    public void A_conversation_that_is_forgotten_had_nothing_left_to_keep()
    {
        var pace = new TenantPace(ChannelLimits.RequestsPerSecond);
        for (var sent = 0; sent < 7; sent++) pace.Go("chat", RequestKind.Send, TimeSpan.Zero);
        pace.Forget(TimeSpan.FromMinutes(1));
        Assert.NotEqual(TimeSpan.Zero, pace.TryGo("chat", RequestKind.Send, TimeSpan.FromMilliseconds(500), out _));
    }

    private static bool Keeps(IEnumerable<TimeSpan> times, IEnumerable<RequestWindow> windows)
    {
        var went = times.ToList();
        return windows.All(window => went.Zip(went.Skip(window.Requests)).All(pair => pair.Second - pair.First >= window.Within));
    }

    /// <summary>Each asks in its turn, and goes when it may; nobody waits for the one before it but by the pace.</summary>
    private static List<(Request Request, TimeSpan At)> Go(TenantPace pace, IReadOnlyList<Request> requests)
    {
        var waiting = new PriorityQueue<Request, (TimeSpan, int)>();
        foreach (var (index, request) in requests.Index()) waiting.Enqueue(request, (pace.TakeTurn(request.Asked, TimeSpan.MaxValue), index));
        List<(Request, TimeSpan)> went = [];
        while (waiting.TryDequeue(out var request, out var at))
        {
            var wait = pace.TryGo(request.Conversation, request.Kind, at.Item1, out _);
            if (wait > TimeSpan.Zero) waiting.Enqueue(request, (at.Item1 + wait, at.Item2));
            else went.Add((request, at.Item1));
        }
        return went;
    }

    private sealed record Request(TimeSpan Asked, string? Conversation, RequestKind Kind);
}
