using NodaTime;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Rounds;

/// <summary>Which lines the two parts of the look half-way are about, and how a claim goes through them.</summary>
public sealed class HalfWayLookTests
{
    private static readonly Opening Opening = RoundSchedule.NextOpening(SampleTeam.Settings(), Instant.FromUtc(2026, 11, 18, 0, 0));
    private static readonly Round Round = SampleTeam.With(SampleTeam.Settings(), latest: Opening).Opened(new RoundStep.Open(Opening, RoundSchedule.ClosesAt(SampleTeam.Settings(), Opening), AsksObligation: false), Opening.At);
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly Guid Claim = Guid.NewGuid();

    [Theory]
    [InlineData(DeliveryState.Sent, true, false)]
    [InlineData(DeliveryState.Unknown, true, true)]
    public void What_was_sent_early_belongs_to_the_first_part_and_of_what_was_sent_late_only_what_may_not_have_come_to_the_second(DeliveryState state, bool early, bool late)
    {
        var (before, after) = (Tried(Round.EarlyUntil - Tick).Ended(state), Tried(Round.EarlyUntil).Ended(state));

        Assert.Equal((early, false), (HalfWayLook.NotBegun.Includes(before, Round), HalfWayLook.Late.Includes(before, Round)));
        Assert.Equal((false, late), (HalfWayLook.NotBegun.Includes(after, Round), HalfWayLook.Late.Includes(after, Round)));
    }

    [Theory]
    [InlineData(DeliveryState.Planned)]
    [InlineData(DeliveryState.LeftOut)]
    [InlineData(DeliveryState.Blocked)]
    [InlineData(DeliveryState.NotInstalled)]
    [InlineData(DeliveryState.Unreachable)]
    public void Whoever_got_no_card_and_whoever_is_still_to_get_it_belong_to_neither(DeliveryState state)
    {
        Delivery[] lines = [Tried(Round.EarlyUntil - Tick).Ended(state), Tried(Round.EarlyUntil).Ended(state), Tried(Round.OpenedAt).PutOffTo(Round.HalfWayAt), Tried(Round.OpenedAt)];

        Assert.DoesNotContain(lines, line => HalfWayLook.NotBegun.Includes(line, Round) || HalfWayLook.Late.Includes(line, Round));
    }

    [Fact]
    public void The_first_part_waits_for_the_end_of_an_early_send_and_of_no_other() =>
        Assert.Equal([true, false, false], ((Delivery[])[Tried(Round.EarlyUntil - Tick), Tried(Round.EarlyUntil), Tried(Round.OpenedAt).PutOffTo(Round.HalfWayAt)]).Select(line => HalfWayLook.Awaits(line, Round)));

    [Fact]
    public void It_is_due_half_way_whatever_is_unsent_and_its_second_part_once_nothing_is()
    {
        var now = Round.HalfWayAt;
        Assert.Equal([false, true], ((Instant[])[now - Tick, now]).Select(at => Round.LooksHalfWayAt(at)));
        Assert.False((Round with { HalfWay = HalfWayLook.Late }).LooksHalfWayAt(now));
        Assert.True((Round with { HalfWay = HalfWayLook.Late, Delivered = true }).LooksHalfWayAt(now));
        Assert.False((Round with { HalfWay = HalfWayLook.Over, Delivered = true }).LooksHalfWayAt(now));
        Assert.False((Round with { Delivered = true }).LooksHalfWayAt(Round.ClosesAt));
    }

    [Fact]
    public void Claims_go_through_a_part_line_by_line_and_then_to_what_comes_behind_it()
    {
        var first = HalfWayLook.NotBegun.Claiming(100, 201, HalfWayLook.Late, Claim);
        var second = first.Claiming(100, 201, HalfWayLook.Late, Claim);

        Assert.Equal([new(100, IsOver: false, IsLate: false, Claim), new(200, IsOver: false, IsLate: false, Claim), HalfWayLook.Late with { Claim = Claim }], [first, second, second.Claiming(100, 201, HalfWayLook.Late, Claim)]);
        Assert.Equal(HalfWayLook.Over with { Claim = Claim }, HalfWayLook.NotBegun.Claiming(100, 0, HalfWayLook.Over, Claim));
    }

    private static Delivery Tried(Instant at) => new Delivery(new UserId("u"), "29:1", DeliveryState.Planned).Begun(new SendAttempt(Guid.NewGuid(), at));
}
