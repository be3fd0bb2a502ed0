using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Digests;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>The last step that a case study can reach: it worked for others, and then the outcome that the team tracks became better.</summary>
public sealed class MovedMetricTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5, "4.2", "**Team outcome improved:** teammates said that it worked")]
    [InlineData(5, "5.0", "**Worked for others:**")]
    [InlineData(5, "6.2", "**Worked for others:**")]
    [InlineData(4, "4.2", "**Checked by its author:**")]
    public async Task It_is_reached_where_enough_said_that_it_worked_and_a_later_digest_shows_a_notably_better_outcome(int votes, string outcome, string standing)
    {
        await using var world = await World.StartAsync(emulator, members: 7, Ct);
        await world.OpenAsync(Ct);
        await new Author(world, world.Team.Members[1]).PublishAsync();
        await GiveAsync(world, "5.1");
        await world.CloseAsync(Ct);
        var reader = new RecipeReader(world, world.Team.Members[6]);
        var vote = RecipeReader.VoteOn(reader.Digest.Card!.Value, StoryVote.Verb, VoteChoice.Worked);
        foreach (var member in world.Team.Members.Take(votes)) await world.As(member).InvokeAsync(reader.Digest, StoryVote.Verb, vote.DataWith(), Ct);

        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        await GiveAsync(world, outcome);
        await world.CloseAsync(Ct);
        await reader.AskAsync();

        Assert.Contains(standing, CardText.Of(reader.Recipes[^1].Card), StringComparison.Ordinal);
    }

    private static async Task GiveAsync(World world, string value)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "team outcome", ct: Ct);
        await world.Lead.PressAsync(world.Teams.Posts(world.Team.General)[^1], TeamOutcomeCard.Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["metric"] = "cycleTime", ["value"] = value }, Ct);
    }
}
