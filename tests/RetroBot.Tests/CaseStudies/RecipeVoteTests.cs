using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>Votes from the recipe in somebody's own chat: those of its recipient, and of nobody else.</summary>
public sealed class RecipeVoteTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_vote_from_the_recipe_and_one_from_the_digest_are_one_vote_the_latest()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var reader = new RecipeReader(world, world.Team.Members[3]);
        await reader.AskAsync();

        var thanks = CardText.Of((await reader.VoteAsync(VoteChoice.Worked)).Card);
        Assert.Equal("Worked", $"{Assert.Single(await world.RowsAsync("votes", Ct))["Vote"]}");
        await VotingTests.VoteAsync(world, world.Team.Members[3], VoteChoice.DidNotWork);
        Assert.Equal("DidNotWork", $"{Assert.Single(await world.RowsAsync("votes", Ct))["Vote"]}");
        await reader.VoteAsync(VoteChoice.Worked);

        Assert.Equal("Worked", $"{Assert.Single(await world.RowsAsync("votes", Ct))["Vote"]}");
        Assert.Contains("Nobody sees how you voted", thanks, StringComparison.Ordinal);
        Assert.Contains("lighthouse", thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_votes_with_a_recipe_that_was_sent_to_somebody_else()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var reader = new RecipeReader(world, world.Team.Members[3]);
        await reader.AskAsync();
        var (data, on) = (reader.VoteOn(VoteChoice.Worked).DataWith(), reader.Recipes[0]);
        TeamsClient[] thieves = [world.As(world.Team.Members[4]), world.As(world.Team.Tenant.AddPerson("Olive Outside")), world.As(world.Teams.AddTenant().AddPerson("Fritz Foreign"))];

        foreach (var thief in thieves) Assert.DoesNotContain("lighthouse", (await thief.InvokeAsync(on, RecipeVote.Verb, data, Ct)).Text, StringComparison.Ordinal);

        Assert.False(await world.HasTableAsync("votes", Ct));
    }

    [Theory]
    [InlineData("code", "00000000000000000000000000000000")]
    [InlineData("code", "漢")]
    [InlineData("story", "00000000000000000000000000000000")]
    [InlineData("story", "../x")]
    [InlineData("round", "2026-W40")]
    [InlineData("team", "19:nobody@thread.tacv2")]
    [InlineData("vote", "loved")]
    public async Task A_forged_one_is_kept_nowhere(string field, string value)
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var reader = new RecipeReader(world, world.Team.Members[3]);
        await reader.AskAsync();
        var data = reader.VoteOn(VoteChoice.Worked).DataWith();
        data[field] = value;

        var answer = await reader.Client.InvokeAsync(reader.Recipes[0], RecipeVote.Verb, data, Ct);

        Assert.DoesNotContain("lighthouse", answer.Text, StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("votes", Ct));
    }
}
