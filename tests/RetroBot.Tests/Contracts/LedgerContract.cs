using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class LedgerContract : StoreContract
{
    private static readonly RoundId Round = Samples.RoundId();

    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task A_planned_line_is_read_as_it_was(string id)
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var line = new Delivery(new UserId(id), "29:1", DeliveryState.Planned);
        await Stores.Ledger.PlanAsync(Round, [line], Ct);
        Assert.Equal([line], (await Lines()).Select(read => read.Value));
        Assert.True(await Stores.Ledger.IncludesAsync(Round, new UserId(id), Ct));
        Assert.False(await Stores.Ledger.IncludesAsync(Round, new UserId(id + "0"), Ct));
    }

    [Fact]
    public async Task Planning_again_adds_newcomers_and_keeps_every_line_as_it_is()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Ledger.PlanAsync(Round, [Samples.Delivery(1), Samples.Delivery(2)], Ct);
        var first = (await Lines())[0];
        await Stores.Ledger.MoveAsync(Round, first.Value with { State = DeliveryState.Sent }, first.Version, Ct);

        await Stores.Ledger.PlanAsync(Round, [Samples.Delivery(3), Samples.Delivery(1), Samples.Delivery(1)], Ct);
        Assert.Equal(
            [Samples.Delivery(1) with { State = DeliveryState.Sent }, Samples.Delivery(2), Samples.Delivery(3)],
            (await Lines()).Select(line => line.Value));
    }

    [Fact]
    public async Task A_line_is_planned_whatever_state_it_is_handed_in() =>
        Assert.Equal(DeliveryState.Planned, (await PlanOne(Samples.Delivery(1) with { State = DeliveryState.Sent })).Value.State);

    [Fact]
    public async Task A_line_moves_from_version_to_version_and_not_from_a_stale_one()
    {
        var line = await PlanOne(Samples.Delivery(1));
        var attempting = await Stores.Ledger.MoveAsync(Round, line.Value with { State = DeliveryState.Attempting }, line.Version, Ct);
        Assert.NotNull(attempting);
        Assert.Null(await Stores.Ledger.MoveAsync(Round, line.Value with { State = DeliveryState.Unreachable }, line.Version, Ct));
        var sent = await Stores.Ledger.MoveAsync(Round, line.Value with { State = DeliveryState.Sent }, attempting, Ct);

        var read = Assert.Single(await Lines());
        Assert.Equal((DeliveryState.Sent, sent), (read.Value.State, read.Version));
    }

    [Fact]
    public async Task An_attempt_is_read_as_it_was_begun_and_leaves_nothing_behind_its_end()
    {
        var planned = await PlanOne(Samples.Delivery(1));
        var attempting = planned.Value.Begun(new SendAttempt(Guid.NewGuid(), Samples.Friday.PlusTicks(1)));
        var begun = await Stores.Ledger.MoveAsync(Round, attempting, planned.Version, Ct);
        Assert.Equal(attempting, Assert.Single(await Lines()).Value);

        await Stores.Ledger.MoveAsync(Round, attempting.Ended(DeliveryState.Planned), begun!, Ct);
        Assert.Equal(planned.Value, Assert.Single(await Lines()).Value);
    }

    [Fact]
    public async Task A_card_that_is_put_off_keeps_its_time_and_how_often_it_was()
    {
        var planned = await PlanOne(Samples.Delivery(1));
        var putOff = planned.Value.PutOffTo(Samples.Friday).PutOffTo(Samples.Friday.PlusTicks(1));
        var version = await Stores.Ledger.MoveAsync(Round, putOff, planned.Version, Ct);
        Assert.Equal(putOff, Assert.Single(await Lines()).Value);

        var attempting = putOff.Begun(new SendAttempt(Guid.NewGuid(), Samples.Friday));
        await Stores.Ledger.MoveAsync(Round, attempting, version!, Ct);
        Assert.Equal((attempting, 2), (Assert.Single(await Lines()).Value, attempting.Tries));
    }

    [Fact]
    public async Task An_attempt_that_meets_itself_is_in_and_one_that_meets_another_is_not()
    {
        var line = await PlanOne(Samples.Delivery(1));
        var attempting = line.Value.Begun(new SendAttempt(Guid.NewGuid(), Samples.Friday));
        var version = await Stores.Ledger.MoveAsync(Round, attempting, line.Version, Ct);

        Assert.Equal(version, await Stores.Ledger.MoveAsync(Round, attempting, line.Version, Ct));
        Assert.Null(await Stores.Ledger.MoveAsync(Round, line.Value.Begun(new SendAttempt(Guid.NewGuid(), Samples.Friday)), line.Version, Ct));
    }

    [Fact]
    public async Task Of_many_who_attempt_a_line_at_once_one_may()
    {
        var line = await PlanOne(Samples.Delivery(1));
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Stores.Ledger.MoveAsync(Round, line.Value with { State = DeliveryState.Attempting }, line.Version, Ct)));
        Assert.Single(versions, version => version is not null);
    }

    [Fact]
    public async Task A_line_that_was_swept_does_not_come_back()
    {
        var line = await PlanOne(Samples.Delivery(1));
        var found = (await Stores.Rounds.FindAsync(Round, Ct))!;
        await Stores.Rounds.BeginClosingAsync(found.Value with { State = RoundState.Closing }, found.Version, Ct);
        await Stores.Rounds.SweepAsync(Round, Ct);

        Assert.Null(await Stores.Ledger.MoveAsync(Round, line.Value with { State = DeliveryState.Sent }, line.Version, Ct));
        await Stores.Ledger.PlanAsync(Round, [Samples.Delivery(2)], Ct);
        Assert.Empty(await Lines());
    }

    [Fact]
    public async Task Planners_at_once_leave_one_line_a_person()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Stores.Ledger.PlanAsync(Round, [.. Enumerable.Range(i * 100, 300).Select(Samples.Delivery)], Ct)));
        Assert.Equal(Enumerable.Range(0, 600).Select(Samples.Delivery), (await Lines()).Select(line => line.Value));
    }

    [Fact]
    public async Task More_lines_than_a_page_holds_are_all_read()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Ledger.PlanAsync(Round, [.. Enumerable.Range(0, 2_345).Select(Samples.Delivery)], Ct);
        Assert.Equal(2_345, (await Lines()).Count);
    }

    private async Task<Versioned<Delivery>> PlanOne(Delivery delivery)
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Ledger.PlanAsync(Round, [delivery], Ct);
        return (await Lines())[0];
    }

    private async Task<List<Versioned<Delivery>>> Lines() =>
        [.. (await Stores.Ledger.OfAsync(Round, Ct).ToListAsync(Ct)).OrderBy(line => line.Value.User.Value, StringComparer.Ordinal)];
}
