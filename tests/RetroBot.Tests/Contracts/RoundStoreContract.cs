using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class RoundStoreContract : StoreContract
{
    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task A_round_is_found_as_it_was_opened_and_takes_answers(string team)
    {
        var round = Samples.Round(Samples.RoundId(Samples.TeamId(team)));
        Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.OpenAsync(round, Ct));
        Assert.Equal(AnswerOutcome.Kept, await Stores.Answers.SaveAsync(round.Id, Samples.Sealed(1), Ct));
        AssertSame(round, await Find(round.Id));
    }

    [Fact]
    public async Task A_closed_round_keeps_its_counts_and_its_digest_and_nothing_of_its_key()
    {
        var open = Samples.Round();
        await Stores.Rounds.OpenAsync(open, Ct);
        var digest = new Digest(
            "2026-W47", 5, new GroupBand(5, null),
            [new(DigestQuestion.Outcome, [new("outcome.helped", 60), new("outcome.notHelped", 40)]), new(DigestQuestion.Tools, [new(ToolKeys.Named, 100, "\"Ä\" | tool")]), new(DigestQuestion.Time, null)],
            ClosedEarly: true) { Changed = new WeChanged("id", "a | \"b\" 漢"), TwoNumbers = new TwoNumbers(new TeamOutcome("id", TeamMetric.CycleTime, 4.2m), 5.1m, 60, Disagreement.ManyHelpedYetWorse), Trend = new Trend([new("outcome.helped", 60, 0)]) };
        var closed = open with { State = RoundState.Published, ClosedEarly = true, Key = null, Delivered = true, Tally = Samples.Tally(), Shown = Samples.Shown("2026-W45"), Digest = digest, Post = "1700000000000" };
        await Save(closed);
        AssertSame(closed, await Find(open.Id));
    }

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task What_was_shown_before_a_round_is_that_of_the_latest_earlier_round_of_the_same_team_that_has_any(string team)
    {
        var id = Samples.TeamId(team);
        RoundId[] rounds = [.. new RoundName[] { new(2026, 9), new(2026, 52), new(2026, 53), new(2027, 1), new(2027, 2) }.Select(name => new RoundId(id, name))];
        foreach (var round in rounds[..3]) await Stores.Rounds.OpenAsync(Samples.Round(round) with { Shown = Samples.Shown($"{round.Name}") }, Ct);
        await Stores.Rounds.OpenAsync(Samples.Round(rounds[3]), Ct);
        await Stores.Rounds.OpenAsync(Samples.Round(rounds[4]) with { Shown = Samples.Shown("later") }, Ct);
        await Stores.Rounds.OpenAsync(Samples.Round(new RoundId(Samples.TeamId(team + "0"), rounds[2].Name)) with { Shown = Samples.Shown("another team's") }, Ct);
        await Stores.Answers.SaveAsync(rounds[3], Samples.Sealed(1), Ct);

        string?[] latest = [null, "2026-W09", "2026-W52", "2026-W53", "2026-W53"];
        foreach (var (round, expected) in rounds.Zip(latest))
        {
            var before = await Stores.Rounds.CountedBeforeAsync(round, Ct).LastOrDefaultAsync(Ct);
            Assert.Equal(expected is null ? null : Samples.Shown(expected), before?.Value.Shown);
            Assert.Equal(expected, before?.Value.Id.Name.ToString());
        }

        var earlier = await Stores.Rounds.CountedBeforeAsync(rounds[1], Ct).SingleAsync(Ct);
        Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.SaveAsync(earlier.Value with { Shown = null }, earlier.Version, Ct));
        Assert.Empty(await Stores.Rounds.CountedBeforeAsync(rounds[1], Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Rounds_before_are_read_as_long_as_counts_of_theirs_are_kept()
    {
        RoundId[] rounds = [.. new RoundName[] { new(2026, 47), new(2026, 48), new(2026, 49), new(2026, 50) }.Select(name => Samples.RoundId() with { Name = name })];
        await Stores.Rounds.OpenAsync(Samples.Round(rounds[0]) with { Tally = Samples.Tally() }, Ct);
        await Stores.Rounds.OpenAsync(Samples.Round(rounds[1]), Ct);
        await Stores.Rounds.OpenAsync(Samples.Round(rounds[2]) with { Shown = Samples.Shown("2026-W49") }, Ct);
        await Stores.Rounds.OpenAsync(Samples.Round(rounds[3]) with { Tally = Samples.Tally() }, Ct);

        Assert.Equal([rounds[0], rounds[2]], await Stores.Rounds.CountedBeforeAsync(rounds[3], Ct).Select(round => round.Value.Id).ToListAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task The_rounds_between_two_weeks_are_read_whole_and_in_order_and_no_others(string team)
    {
        var id = Samples.TeamId(team);
        RoundName[] names = [new(2026, 39), new(2026, 40), new(2026, 53), new(2027, 1)];
        foreach (var name in names) await Stores.Rounds.OpenAsync(Samples.Round(new RoundId(id, name)), Ct);
        await Stores.Rounds.OpenAsync(Samples.Round(new RoundId(Samples.TeamId(team + "0"), names[1])), Ct);
        await Stores.Answers.SaveAsync(new RoundId(id, names[1]), Samples.Sealed(1), Ct);

        Assert.Equal(names[1..3].Select(name => new RoundId(id, name)), await Stores.Rounds.BetweenAsync(id, names[1], names[2], Ct).Select(round => round.Id).ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_20_who_open_a_round_at_once_one_has_opened_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Stores.Rounds.OpenAsync(Samples.Round() with { Post = $"{i}" }, Ct)));
        Assert.Single(outcomes, SaveOutcome.Saved);
        Assert.Equal($"{Array.IndexOf(outcomes, SaveOutcome.Saved)}", (await Find(Samples.RoundId())).Post);
    }

    [Fact]
    public async Task A_stale_save_changes_nothing()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var stale = (await Stores.Rounds.FindAsync(Samples.RoundId(), Ct))!.Version;
        await Save(Samples.Round() with { Post = "current" });
        Assert.Equal(SaveOutcome.Conflict, await Stores.Rounds.SaveAsync(Samples.Round() with { Post = "stale" }, stale, Ct));
        Assert.Equal("current", (await Find(Samples.RoundId())).Post);
    }

    [Fact]
    public async Task A_round_that_was_never_opened_is_not_found_saved_or_closed()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var version = (await Stores.Rounds.FindAsync(Samples.RoundId(), Ct))!.Version;
        var other = Samples.Round(Samples.RoundId(week: 48));
        Assert.Null(await Stores.Rounds.FindAsync(other.Id, Ct));
        Assert.Equal(SaveOutcome.Conflict, await Stores.Rounds.SaveAsync(other, version, Ct));
        Assert.Equal(SaveOutcome.Conflict, await Stores.Rounds.BeginClosingAsync(other, version, Ct));
        Assert.Null(await Stores.Rounds.FindAsync(other.Id, Ct));
    }

    [Fact]
    public async Task A_stale_close_shuts_nobody_out()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var stale = (await Stores.Rounds.FindAsync(Samples.RoundId(), Ct))!.Version;
        await Save(Samples.Round() with { Delivered = true });
        Assert.Equal(SaveOutcome.Conflict, await Stores.Rounds.BeginClosingAsync(Samples.Round() with { State = RoundState.Closing }, stale, Ct));
        Assert.Equal(RoundState.Open, (await Find(Samples.RoundId())).State);
        Assert.Equal(AnswerOutcome.Kept, await Stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct));
    }

    [Fact]
    public async Task A_close_can_be_begun_again_and_of_many_at_once_one_begins_it()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        foreach (var start in (string[])["first", "second"])
        {
            var version = (await Stores.Rounds.FindAsync(Samples.RoundId(), Ct))!.Version;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Stores.Rounds.BeginClosingAsync(Samples.Round() with { State = RoundState.Closing, Post = start + i }, version, Ct)));
            Assert.Single(outcomes, SaveOutcome.Saved);
            Assert.StartsWith(start, (await Find(Samples.RoundId())).Post, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_sweep_deletes_answers_and_ledger_and_only_of_this_round_and_does_nothing_the_second_time()
    {
        var (swept, other) = (Samples.RoundId(), Samples.RoundId(week: 48));
        foreach (var id in (RoundId[])[swept, other])
        {
            await Stores.Rounds.OpenAsync(Samples.Round(id), Ct);
            await Stores.Ledger.PlanAsync(id, [.. Enumerable.Range(0, 150).Select(Samples.Delivery)], Ct);
            await Parallel.ForEachAsync(Enumerable.Range(0, 150), Ct, async (i, ct) => await Stores.Answers.SaveAsync(id, Samples.Sealed(i), ct));
        }

        for (var time = 0; time < 2; time++)
        {
            await Stores.Rounds.SweepAsync(swept, Ct);
            Assert.Equal((0, 0), await Left(swept));
            Assert.Equal((150, 150), await Left(other));
            Assert.NotNull(await Stores.Rounds.FindAsync(swept, Ct));
        }
    }

    [Fact]
    public async Task Two_who_sweep_at_once_do_not_stand_in_each_others_way()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Ledger.PlanAsync(Samples.RoundId(), [.. Enumerable.Range(0, 450).Select(Samples.Delivery)], Ct);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Stores.Rounds.SweepAsync(Samples.RoundId(), Ct)));
        Assert.Equal((0, 0), await Left(Samples.RoundId()));
    }

    private async Task<(int Answers, int Lines)> Left(RoundId round) => (await Stores.Answers.OfAsync(round, Ct).CountAsync(Ct), await Stores.Ledger.OfAsync(round, Ct).CountAsync(Ct));

    private async Task<Round> Find(RoundId id) => (await Stores.Rounds.FindAsync(id, Ct))!.Value;

    private async Task Save(Round round) =>
        Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.SaveAsync(round, (await Stores.Rounds.FindAsync(round.Id, Ct))!.Version, Ct));

    private static void AssertSame(Round expected, Round actual)
    {
        Assert.Equal(expected with { Tools = actual.Tools, Key = actual.Key }, actual);
        Assert.Equal(expected.Tools, actual.Tools, StringComparer.Ordinal);
        Assert.Equal(expected.Key?.MasterKeyId, actual.Key?.MasterKeyId);
        Assert.Equal(expected.Key?.Bytes.ToArray(), actual.Key?.Bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task Rounds_with_counts_are_listed_up_to_a_week_and_no_other_team_s(string id)
    {
        var (team, neighbour) = (Samples.TeamId(id), Samples.TeamId(id + "0"));
        foreach (var week in (int[])[45, 46, 47, 48]) await KeepAsync(Samples.RoundId(team, week), week == 46 ? null : Samples.Tally());
        await KeepAsync(Samples.RoundId(neighbour, 45), Samples.Tally());

        var listed = await Stores.Rounds.TalliedAsync(team, new RoundName(2026, 47), Ct).ToListAsync(Ct);

        Assert.Equal([Samples.RoundId(team, 45), Samples.RoundId(team, 47)], listed.Select(round => round.Value.Id));
        Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.SaveAsync(listed[0].Value.WithoutCounts(), listed[0].Version, Ct));
        Assert.Single(await Stores.Rounds.TalliedAsync(team, new RoundName(2026, 47), Ct).ToListAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task All_of_a_team_is_deleted_but_the_round_that_is_held_and_no_other_team_s(string id)
    {
        var (team, neighbour) = (Samples.TeamId(id), Samples.TeamId(id + "0"));
        foreach (var round in (RoundId[])[Samples.RoundId(team, 46), Samples.RoundId(team), Samples.RoundId(neighbour)])
        {
            await Stores.Rounds.OpenAsync(Samples.Round(round), Ct);
            await Stores.Ledger.PlanAsync(round, [Samples.Delivery(1)], Ct);
            await Stores.Answers.SaveAsync(round, Samples.Sealed(1), Ct);
        }

        await Stores.Rounds.RemoveAsync(team, Samples.RoundId().Name, Ct);
        Assert.Null(await Stores.Rounds.FindAsync(Samples.RoundId(team, 46), Ct));
        Assert.NotNull(await Stores.Rounds.FindAsync(Samples.RoundId(team), Ct));
        Assert.Empty(await Stores.Answers.OfAsync(Samples.RoundId(team), Ct).ToListAsync(Ct));
        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.SaveAsync(Samples.RoundId(team), Samples.Sealed(2), Ct));

        await Stores.Rounds.RemoveAsync(team, held: null, Ct);
        Assert.Null(await Stores.Rounds.FindAsync(Samples.RoundId(team), Ct));
        Assert.Single(await Stores.Answers.OfAsync(Samples.RoundId(neighbour), Ct).ToListAsync(Ct));
        Assert.Single(await Stores.Ledger.OfAsync(Samples.RoundId(neighbour), Ct).ToListAsync(Ct));
    }

    private async Task KeepAsync(RoundId id, Tally? tally)
    {
        await Stores.Rounds.OpenAsync(Samples.Round(id), Ct);
        var open = (await Stores.Rounds.FindAsync(id, Ct))!;
        await Stores.Rounds.SaveAsync(open.Value with { State = RoundState.Published, Key = null, Tally = tally }, open.Version, Ct);
    }
}
