using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using RetroBot.Host.Retention;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>Teammates say in the channel whether a case study worked for them, too.</summary>
public sealed class VotingTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_person_has_one_vote_the_latest_and_nothing_in_it_says_whose()
    {
        await using var world = await PublishedAsync();
        var voter = world.Team.Members[3];
        foreach (var choice in (VoteChoice[])[VoteChoice.Worked, VoteChoice.Worked, VoteChoice.DidNotWork]) await VoteAsync(world, voter, choice);

        var row = Assert.Single(await world.RowsAsync("votes", Ct));
        Assert.Equal("DidNotWork", $"{row["Vote"]}");
        var all = string.Join('\n', row.Select(column => $"{column.Key}={column.Value}"));
        Assert.DoesNotContain(voter.ObjectId.ToString(), all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(voter.Id, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reply_is_the_digest_with_thanks_and_no_count_however_many_have_voted()
    {
        await using var world = await PublishedAsync();
        List<string> replies = [];
        foreach (var member in world.Team.Members) replies.Add(CardText.Of((await VoteAsync(world, member, VoteChoice.Worked)).Card));

        var reply = Assert.Single(replies.Distinct(StringComparer.Ordinal));
        Assert.Contains("Nobody sees how you voted", reply, StringComparison.Ordinal);
        Assert.Contains("Release notes from merged tickets", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Worked for ", reply.Replace("Worked for me too", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enough_votes_are_shown_as_a_band_from_the_next_close_on_and_the_post_stays_as_it_was()
    {
        await using var world = await PublishedAsync();
        var posted = world.Teams.Posts(world.Team.General)[^1].Content.GetRawText();
        foreach (var member in world.Team.Members.Take(5)) await VoteAsync(world, member, VoteChoice.Worked);
        foreach (var member in world.Team.Members.Skip(5)) await VoteAsync(world, member, VoteChoice.DidNotWork);

        await NextRoundAsync(world);

        var reply = CardText.Of((await VoteAsync(world, world.Team.Members[0], VoteChoice.Worked)).Card);
        Assert.Contains("Worked for 5–9 others", reply, StringComparison.Ordinal);
        Assert.Contains("**Worked for others:** teammates tried it", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Didn't work for 5", reply, StringComparison.Ordinal);
        Assert.Equal(posted, DigestWithTheStory(world).Content.GetRawText());
    }

    [Fact]
    public async Task A_post_that_is_made_anew_shows_neither_the_band_nor_the_step_that_follows_from_it()
    {
        await using var world = await World.StartAsync(emulator, members: 7, Ct);
        await world.OpenAsync(Ct);
        await new Author(world, world.Team.Members[1]).PublishAsync();
        var other = new Author(world, world.Team.Members[2]) { Typed = { ["title"] = "Another one" } };
        var receipt = await other.PublishAsync();
        await world.CloseAsync(Ct);
        var votes = CardAction.AllOn(DigestWithTheStory(world).Card!.Value).Where(action => action.Verb == StoryVote.Verb && action.Data.GetProperty("vote").ValueEquals("worked")).ToList();
        foreach (var member in world.Team.Members)
            foreach (var vote in votes) await world.As(member).InvokeAsync(DigestWithTheStory(world), StoryVote.Verb, vote.DataWith(), Ct);
        await NextRoundAsync(world);

        await other.WithdrawAsync(receipt);
        await world.Bot.WorkAsync(Ct);

        var post = CardText.Of(DigestWithTheStory(world).Card);
        Assert.Contains("An author withdrew a case study", post, StringComparison.Ordinal);
        Assert.Contains("**Checked by its author:**", post, StringComparison.Ordinal);
        Assert.DoesNotContain("Worked for others", post, StringComparison.Ordinal);
        Assert.DoesNotContain("5–9", post, StringComparison.Ordinal);
        Assert.Contains("Worked for 5–9 others", CardText.Of((await VoteAsync(world, world.Team.Members[3], VoteChoice.Worked)).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_90_days_a_vote_is_not_kept_and_key_and_votes_are_destroyed_and_the_band_stays()
    {
        await using var world = await PublishedAsync();
        foreach (var member in world.Team.Members.Take(5)) await VoteAsync(world, member, VoteChoice.Worked);
        await NextRoundAsync(world);
        world.Time.Advance(TimeSpan.FromDays(90));

        var late = await VoteAsync(world, world.Team.Members[6], VoteChoice.Worked);
        Assert.Contains("Voting on this case study has ended", CardText.Of(late.Card), StringComparison.Ordinal);
        Assert.Equal(5, (await world.RowsAsync("votes", Ct)).Count);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);

        Assert.Empty(await world.RowsAsync("votes", Ct));
        var story = Assert.Single(await SharingTests.StoriesAsync(world));
        Assert.DoesNotContain("WrappedVoteKey", story.Keys);
        Assert.Equal("""{"Worked":{"Basis":0,"Band":{"From":5,"To":9}},"DidNotWork":{"Basis":0,"Band":null},"MetricMoved":false}""", story["Support"]);
        var ended = await PressAsync(world, world.Team.Members[6], VoteChoice.Worked);
        Assert.Contains("Voting on this case study has ended", CardText.Of(ended.Card), StringComparison.Ordinal);
        Assert.Contains("Worked for 5–9 others", CardText.Of(ended.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_on_what_was_withdrawn_is_not_kept_and_its_votes_are_gone()
    {
        await using var world = await World.StartAsync(emulator, members: 7, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();
        await world.CloseAsync(Ct);
        await VoteAsync(world, world.Team.Members[3], VoteChoice.Worked);

        await author.WithdrawAsync(receipt);
        var reply = await VoteAsync(world, world.Team.Members[4], VoteChoice.Worked);

        Assert.Contains("Its author has withdrawn this case study", CardText.Of(reply.Card), StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync("votes", Ct));
    }

    [Theory]
    [InlineData("story", "00000000000000000000000000000000")]
    [InlineData("story", "../x")]
    [InlineData("round", "2026-W40")]
    [InlineData("round", "never")]
    [InlineData("vote", "loved")]
    public async Task A_forged_vote_is_kept_nowhere(string field, string value)
    {
        await using var world = await PublishedAsync();
        var post = DigestWithTheStory(world);
        var data = Action(post, VoteChoice.Worked).DataWith();
        data[field] = value;

        var answer = await world.Lead.InvokeAsync(post, StoryVote.Verb, data, Ct);

        Assert.Contains("This card isn't for you", answer.Text, StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("votes", Ct));
    }

    [Fact]
    public async Task A_vote_counts_only_in_the_channel_of_the_team()
    {
        await using var world = await PublishedAsync();
        var (post, other) = (DigestWithTheStory(world), world.Team.Tenant.AddTeam("Other team"));
        var data = Action(post, VoteChoice.Worked).DataWith();
        var elsewhere = world.Lead.Compose.CardInvoke(post, null, StoryVote.Verb, data);
        elsewhere["channelData"]!["team"]!["id"] = other.Id;

        await world.Lead.PostAsync(elsewhere, Ct);
        await world.Lead.InvokeAsync(world.CardOf(world.Team.Members[0]), StoryVote.Verb, data, Ct);

        Assert.False(await world.HasTableAsync("votes", Ct));
    }

    internal static Task<BotAnswer> VoteAsync(World world, SimulatedPerson person, VoteChoice choice) => PressAsync(world, person, choice);

    private static Task<BotAnswer> PressAsync(World world, SimulatedPerson person, VoteChoice choice)
    {
        var post = DigestWithTheStory(world);
        return world.As(person).InvokeAsync(post, StoryVote.Verb, Action(post, choice).DataWith(), Ct);
    }

    private static CardAction Action(Simulation.Connector.ReceivedActivity post, VoteChoice choice) =>
        CardAction.Find(post.Card!.Value, StoryVote.Verb, data => string.Equals(data.GetProperty("vote").GetString(), $"{choice}", StringComparison.OrdinalIgnoreCase));

    private static Simulation.Connector.ReceivedActivity DigestWithTheStory(World world) =>
        world.Teams.Posts(world.Team.General).Single(post => post.Content.GetRawText().Contains(StoryVote.Verb, StringComparison.Ordinal));

    private static async Task NextRoundAsync(World world)
    {
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        await world.CloseAsync(Ct);
    }

    private async Task<World> PublishedAsync()
    {
        var world = await World.StartAsync(emulator, members: 9, Ct);
        await world.OpenAsync(Ct);
        await new Author(world, world.Team.Members[1]).PublishAsync();
        await world.CloseAsync(Ct);
        return world;
    }
}
