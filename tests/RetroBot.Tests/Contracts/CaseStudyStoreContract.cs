using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class CaseStudyStoreContract : StoreContract
{
    private static readonly RoundName Round = new(2026, 47);

    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task A_case_study_is_found_as_it_was_added(string team)
    {
        var study = Samples.CaseStudy(1, Samples.TeamId(team), Round);
        Assert.Equal(SaveOutcome.Saved, await Stores.CaseStudies.AddAsync(study, Ct));
        AssertSame(study, await Find(study.Id));
        AssertSame(study, Assert.Single(await Of(study.Id.Team)).Value);
    }

    [Fact]
    public async Task One_that_leaves_out_what_may_be_left_out_is_found_so()
    {
        var story = new Story("Title", null, null, null, [Change.NothingVisible], null, "Try it", null, WorkArea.Other, null, null, null);
        var bare = Samples.CaseStudy(1) with { Story = story, Signature = null, VoteKey = null, Support = Support.None };
        await Stores.CaseStudies.AddAsync(bare, Ct);
        AssertSame(bare, await Find(bare.Id));
    }

    [Fact]
    public async Task Of_20_who_add_the_same_one_at_once_one_has_added_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Stores.CaseStudies.AddAsync(Samples.CaseStudy(1) with { Signature = $"{i}" }, Ct)));
        Assert.Single(outcomes, SaveOutcome.Saved);
        Assert.Equal($"{Array.IndexOf(outcomes, SaveOutcome.Saved)}", (await Find(Samples.CaseStudyId(1))).Signature);
    }

    [Fact]
    public async Task A_team_is_read_whole_and_alone()
    {
        TeamId[] teams = [Samples.TeamId("a"), Samples.TeamId("a|b"), Samples.TeamId("a0"), new(new TenantId(Samples.Tenant.Value + "0"), "a")];
        foreach (var team in teams) await Parallel.ForEachAsync(Enumerable.Range(0, 30), Ct, async (i, ct) => await Stores.CaseStudies.AddAsync(Samples.CaseStudy(i, team, Round), ct));
        foreach (var team in teams) Assert.Equal(30, (await Of(team)).Select(study => study.Value.Id).Where(id => id.Team == team).Distinct().Count());
    }

    [Fact]
    public async Task A_tenant_is_read_whole_and_alone_and_without_what_still_waits()
    {
        var foreign = new TeamId(new TenantId(Samples.Tenant.Value + "0"), "a");
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(1, Samples.TeamId("a"), Round), Ct);
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(2, Samples.TeamId("b"), Round), Ct);
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(3, Samples.TeamId("b")), Ct);
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(4, foreign, Round), Ct);
        await Remove(Samples.CaseStudy(5, Samples.TeamId("a"), Round));
        Assert.Equal(
            [Samples.CaseStudyId(1, Samples.TeamId("a")), Samples.CaseStudyId(2, Samples.TeamId("b"))],
            (await Stores.CaseStudies.PublishedAsync(Samples.Tenant, Ct).Select(study => study.Id).ToListAsync(Ct)).OrderBy(id => id.Team.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_than_a_transaction_holds_are_saved()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 130), Ct, async (i, ct) => await Stores.CaseStudies.AddAsync(Samples.CaseStudy(i), ct));
        var placed = (await Of(Samples.TeamId())).Select(study => study with { Value = study.Value with { Round = Round } }).ToList();
        Assert.Equal(SaveOutcome.Saved, await Stores.CaseStudies.SaveAsync(placed, Ct));
        Assert.Equal(130, (await Of(Samples.TeamId())).Count(study => study.Value.Round == Round));
    }

    [Fact]
    public async Task Saving_what_was_removed_or_saved_meanwhile_brings_nothing_back_and_overwrites_nothing()
    {
        foreach (var i in (int[])[1, 2]) await Stores.CaseStudies.AddAsync(Samples.CaseStudy(i), Ct);
        var read = await Of(Samples.TeamId());
        var (gone, changed) = (read[0], read[1]);
        Assert.Equal(SaveOutcome.Saved, await Stores.CaseStudies.RemoveAsync(gone, Ct));
        Assert.Equal(SaveOutcome.Saved, await Stores.CaseStudies.SaveAsync([changed with { Value = changed.Value with { Signature = "now" } }], Ct));

        Assert.Equal(SaveOutcome.Conflict, await Stores.CaseStudies.SaveAsync([gone], Ct));
        Assert.Equal(SaveOutcome.Conflict, await Stores.CaseStudies.SaveAsync([changed with { Value = changed.Value with { Signature = "stale" } }], Ct));
        Assert.Equal("now", Assert.Single(await Of(Samples.TeamId())).Value.Signature);
    }

    [Fact]
    public async Task One_that_waited_leaves_nothing_when_it_is_removed_and_one_that_was_published_its_rounds_stale_post()
    {
        await Remove(Samples.CaseStudy(1));
        Assert.Empty(await Stale());
        await Remove(Samples.CaseStudy(2, round: Round));
        Assert.Equal(Round, Assert.Single(await Stale()).Value);
        Assert.Empty(await Of(Samples.TeamId()));
    }

    [Fact]
    public async Task One_that_was_published_meanwhile_is_not_removed_as_if_it_waited()
    {
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(1), Ct);
        var waiting = Assert.Single(await Of(Samples.TeamId()));
        await Stores.CaseStudies.SaveAsync([waiting with { Value = waiting.Value with { Round = Round } }], Ct);
        Assert.Equal(SaveOutcome.Conflict, await Stores.CaseStudies.RemoveAsync(waiting, Ct));
        Assert.True((await Find(waiting.Value.Id)).IsPublished);
    }

    [Fact]
    public async Task A_post_that_becomes_stale_again_while_it_is_renewed_stays_stale()
    {
        await Remove(Samples.CaseStudy(1, round: Round));
        var first = Assert.Single(await Stale());
        await Remove(Samples.CaseStudy(2, round: Round));
        await Stores.CaseStudies.PostRenewedAsync(Samples.RoundId(), first.Version, Ct);
        var second = Assert.Single(await Stale());
        await Stores.CaseStudies.PostRenewedAsync(Samples.RoundId(), second.Version, Ct);
        Assert.Empty(await Stale());
    }

    private Task<List<Versioned<CaseStudy>>> Of(TeamId team) => Stores.CaseStudies.OfAsync(team, Ct).ToListAsync(Ct).AsTask();

    private Task<List<Versioned<RoundName>>> Stale() => Stores.CaseStudies.StalePostsAsync(Samples.TeamId(), Ct).ToListAsync(Ct).AsTask();

    private async Task<CaseStudy> Find(CaseStudyId id) => (await Stores.CaseStudies.FindAsync(id, Ct))!.Value;

    private async Task Remove(CaseStudy study)
    {
        await Stores.CaseStudies.AddAsync(study, Ct);
        Assert.Equal(SaveOutcome.Saved, await Stores.CaseStudies.RemoveAsync((await Stores.CaseStudies.FindAsync(study.Id, Ct))!, Ct));
        Assert.Null(await Stores.CaseStudies.FindAsync(study.Id, Ct));
    }

    private static void AssertSame(CaseStudy expected, CaseStudy actual)
    {
        Assert.Equal(expected with { VoteKey = actual.VoteKey }, actual);
        Assert.Equal(expected.VoteKey?.MasterKeyId, actual.VoteKey?.MasterKeyId);
        Assert.Equal(expected.VoteKey?.Bytes.ToArray(), actual.VoteKey?.Bytes.ToArray());
    }
}
