using NodaTime;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Contracts.AzureTables;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>What a close does with the stories that wait, wherever it is interrupted.</summary>
public sealed class StoryShelfTests(StorageEmulator emulator) : TableTest(emulator)
{
    private readonly TestTime time = new(Samples.Friday.ToDateTimeOffset());

    private StoryShelf Shelf => new(Stores.CaseStudies, Stores.Votes, Stores.Rounds, time);

    [Fact]
    public async Task Choosing_changes_nothing_and_what_came_after_it_waits_for_the_next_round()
    {
        await AddAsync(1, 2, 3, 4, 5);
        var round = await ClosedAsync();
        Assert.All(await AllAsync(), study => Assert.False(study.IsPublished));
        await AddAsync(6);

        await Shelf.PlaceAsync(round, Ct);

        Assert.Equal((3, 2), (round.Stories.Shown.Count, round.Stories.Others.Count));
        Assert.Equal(Samples.CaseStudyId(6), Assert.Single(await AllAsync(), study => !study.IsPublished).Id);
        Assert.All((await AllAsync()).Where(study => study.IsPublished), study => Assert.Equal(round.Id.Name, study.Round));
        Assert.Equal([Samples.CaseStudyId(6).Value], (await Shelf.ChooseAsync(Samples.RoundId(week: 48), Ct)).Shown);
    }

    [Fact]
    public async Task A_choice_that_was_never_fixed_is_made_again_with_whatever_came_meanwhile()
    {
        await AddAsync(1);
        await Shelf.ChooseAsync(Samples.RoundId(), Ct);
        await AddAsync(2);
        Assert.Equal(2, (await Shelf.ChooseAsync(Samples.RoundId(), Ct)).Shown.Count);
    }

    [Fact]
    public async Task Of_many_who_place_at_once_each_story_is_published_once_and_doing_it_again_writes_nothing()
    {
        await AddAsync([.. Enumerable.Range(0, 130)]);
        var round = await ClosedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Shelf.PlaceAsync(round, Ct)));
        var versions = await VersionsAsync();

        await Shelf.PlaceAsync(round, Ct);

        Assert.All(await AllAsync(), study => Assert.Equal(round.Id.Name, study.Round));
        Assert.Equal(versions, await VersionsAsync());
    }

    [Fact]
    public async Task A_story_that_is_withdrawn_while_it_is_placed_does_not_come_back()
    {
        await AddAsync([.. Enumerable.Range(0, 40)]);
        var round = await ClosedAsync();
        await Task.WhenAll(Shelf.PlaceAsync(round, Ct), WithdrawAsync(7), WithdrawAsync(21));

        Assert.DoesNotContain(await AllAsync(), study => study.Id == Samples.CaseStudyId(7) || study.Id == Samples.CaseStudyId(21));
        Assert.Equal(38, (await AllAsync()).Count(study => study.IsPublished));

        async Task WithdrawAsync(int number)
        {
            while (await Stores.CaseStudies.FindAsync(Samples.CaseStudyId(number), Ct) is { } found) await Stores.CaseStudies.RemoveAsync(found, Ct);
        }
    }

    [Fact]
    public async Task The_stores_own_times_are_those_of_the_close_and_tell_no_order()
    {
        for (var number = 0; number < 30; number++) await AddAsync(number);
        var lastPublished = (await RowsAsync()).Max(row => row.Timestamp);
        await Shelf.PlaceAsync(await ClosedAsync(), Ct);

        Assert.All(await RowsAsync(), row => Assert.True(row.Timestamp > lastPublished));
        // By chance once in 30! runs.
        Assert.NotEqual(Enumerable.Range(0, 30).Select(number => $"s|{Samples.CaseStudyId(number).Value}"), (await RowsAsync()).OrderBy(row => row.Timestamp).Select(row => row.RowKey), StringComparer.Ordinal);

        Task<List<Azure.Data.Tables.TableEntity>> RowsAsync() => RowsOf(Host.Storage.Keys.CaseStudies);
    }

    [Fact]
    public async Task A_round_takes_as_many_as_its_row_can_hold_and_the_others_wait()
    {
        await AddAsync([.. Enumerable.Range(0, PlacedStories.Most + 5)]);
        var round = await ClosedAsync();
        await Shelf.PlaceAsync(round, Ct);
        Assert.Equal(5, (await AllAsync()).Count(study => !study.IsPublished));
    }

    [Fact]
    public async Task Votes_are_shown_from_the_next_close_on_and_counted_no_more_once_voting_is_over()
    {
        await AddAsync(1);
        var first = await ClosedAsync();
        await Shelf.PlaceAsync(first, Ct);
        await VoteAsync(7);
        Assert.Null((await AllAsync())[0].Support.Worked.Band);

        await Shelf.PlaceAsync(await ClosedAsync(48), Ct);
        Assert.Equal(new ShownSupport(7, new(5, 9)), (await AllAsync())[0].Support.Worked);
        await VoteAsync(20);
        time.MoveTo(Voting.EndsAt(first).ToDateTimeOffset());
        await Shelf.PlaceAsync(await ClosedAsync(49), Ct);
        Assert.Equal(new ShownSupport(7, new(5, 9)), (await AllAsync())[0].Support.Worked);
        await Shelf.EndVotingAsync(first.Id.Team, Ct);
        Assert.NotNull((await AllAsync())[0].VoteKey);
        time.MoveTo(Voting.SettledAt(first).ToDateTimeOffset());
        await Shelf.EndVotingAsync(first.Id.Team, Ct);

        var ended = Assert.Single(await AllAsync());
        Assert.Equal((null, new ShownSupport(0, new(5, 9))), (ended.VoteKey, ended.Support.Worked));
        Assert.Equal(default, await Stores.Votes.CountAsync(ended.Id, Ct));
    }

    private Task AddAsync(params int[] numbers) => Parallel.ForEachAsync(numbers, Ct, async (number, ct) =>
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(number) with { Support = Support.None, Story = Story(number) }, ct));

    private async Task VoteAsync(int voters)
    {
        for (var voter = 0; voter < voters; voter++) await Stores.Votes.SaveAsync(Samples.CaseStudyId(1), Samples.Voter(voter), Vote.Worked, Ct);
    }

    /// <summary>A round whose close has just been fixed.</summary>
    private async Task<Round> ClosedAsync(int week = 47)
    {
        var id = Samples.RoundId(week: week);
        await Stores.Rounds.OpenAsync(Samples.Round(id), Ct);
        var open = (await Stores.Rounds.FindAsync(id, Ct))!;
        var closed = open.Value with { State = RoundState.Closed, Key = null, Stories = await Shelf.ChooseAsync(id, Ct) };
        Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.SaveAsync(closed, open.Version, Ct));
        return (await Stores.Rounds.FindAsync(id, Ct))!.Value;
    }

    private async Task<List<CaseStudy>> AllAsync() => await Stores.CaseStudies.OfAsync(Samples.TeamId(), Ct).Select(study => study.Value).ToListAsync(Ct);

    private async Task<List<string>> VersionsAsync() => await Stores.CaseStudies.OfAsync(Samples.TeamId(), Ct).Select(study => study.Version).ToListAsync(Ct);

    private static Story Story(int number) => new($"Story {number}", null, null, null, [Change.LessTedious], null, "Try it", null, (WorkArea)(number % 5), null, null, null);
}
