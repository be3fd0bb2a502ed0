using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.People;
using RetroBot.Host.Retention;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Retention;

/// <summary>
/// All tables of a service with two teams of one organisation, before and after each of the three ways in which something is deleted: what it says is gone, and nothing else.
/// Each team has a closed round, an open one with answers, a case study with votes and one that waits; two people of each paused or stopped.
/// </summary>
public sealed class WholeTablesTests(StorageEmulator emulator)
{
    private const int Members = 7;
    private const int Voters = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delete_my_data_takes_one_person_s_answer_vote_and_note()
    {
        await using var world = await LivelyAsync();
        var person = world.Team.Members[2];

        var changes = await TableChanges.OfAsync(world, () => DeleteAsync(world, person), Ct);

        Assert.Equal(["chats", "preferences", "rounds a", "votes"], changes.Gone);
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.New);
        Assert.DoesNotContain(await world.RowsAsync("preferences", Ct), row => row.RowKey == person.ObjectId.ToString());
    }

    [Fact]
    public async Task Ninety_days_and_an_hour_after_a_digest_votes_and_key_go_though_no_round_is_closed_any_more_and_the_band_stays()
    {
        await using var world = await LivelyAsync();
        await world.CloseAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(83) + TimeSpan.FromMinutes(59));
        Assert.Equal(["organisation f"], (await RetentionAsync(world)).New);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        var changes = await RetentionAsync(world);

        // The team that has closed a second round has a band, and forgets the count behind it.
        Assert.Equal(Enumerable.Repeat("votes", 2 * Voters), changes.Gone);
        Assert.Equal(["casestudies s: MasterKeyId Support WrappedVoteKey", "casestudies s: MasterKeyId WrappedVoteKey"], changes.Changed);
        Assert.Empty(changes.New);
        Assert.Single(await world.RowsAsync("casestudies", Ct), story => story["Support"] is """{"Worked":{"Basis":0,"Band":{"From":5,"To":9}},"DidNotWork":{"Basis":0,"Band":null},"MetricMoved":false}""");
    }

    [Fact]
    public async Task Twenty_six_weeks_after_its_close_a_round_s_counts_go()
    {
        await using var world = await LivelyAsync();
        world.Time.Advance(TimeSpan.FromDays((7 * RetentionPeriod.MostWeeks) - 7) - TimeSpan.FromMinutes(1));
        Assert.Equal(Enumerable.Repeat("votes", 2 * Voters), (await RetentionAsync(world)).Gone);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        var changes = await RetentionAsync(world);

        Assert.Empty(changes.Gone);
        Assert.Equal(["rounds r: Tally", "rounds r: Tally"], changes.Changed);
        Assert.Empty(changes.New);
    }

    [Fact]
    public async Task Removing_RetroBot_takes_everything_of_the_team_and_leaves_a_note_that_names_no_one()
    {
        await using var world = await LivelyAsync();
        var lines = world.Bot.Log.Lines.Count;

        var changes = await TableChanges.OfAsync(world, () => world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct), Ct);

        Assert.Equal(
            [
                "casestudies s", "casestudies s", .. Enumerable.Repeat("rounds a", Members), "rounds g", .. Enumerable.Repeat("rounds l", Members), "rounds r", "teams d", "teams t",
                .. Enumerable.Repeat("votes", Voters),
            ], changes.Gone);
        Assert.Equal(["rounds r: MasterKeyId State Tools WrappedKey"], changes.Changed);
        Assert.Equal(["teams d", "teams x"], changes.New);
        Assert.Equal(["rounds r", "teams d", "teams x"], (await world.DumpAsync(Ct)).Where(stored => $"{stored.Row.PartitionKey} {stored.Row.RowKey}".Contains(world.Team.Id, StringComparison.Ordinal)).Select(stored => $"{stored.Table} {stored.Row.RowKey[0]}").Order(StringComparer.Ordinal), StringComparer.Ordinal);

        var receipt = Assert.Single(world.Bot.Log.Lines.Skip(lines), line => line.Text.Contains("what it kept of the team is deleted", StringComparison.Ordinal)).Text;
        var written = receipt + string.Join('\n', (await world.RowsAsync("teams", Ct)).Where(row => row.RowKey.Contains(world.Team.Id, StringComparison.Ordinal)).SelectMany(row => row.Select(column => column.Value)));
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.ObjectId.ToString(), written, StringComparison.OrdinalIgnoreCase));
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.Name, written, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<World> LivelyAsync()
    {
        var world = await World.StartAsync(emulator, Members, Ct);
        World[] both = [world, world.Beside(Members, world.Team.Tenant)];
        foreach (var team in both)
        {
            await team.OpenAsync(Ct);
            await AnswerAsync(team);
            await new Author(team, team.Team.Members[1]).PublishAsync();
            await team.CloseAsync(Ct);
            foreach (var member in team.Team.Members.Take(Voters)) await VotingTests.VoteAsync(team, member, VoteChoice.Worked);
        }
        world.Time.Advance(TimeSpan.FromDays(7));
        foreach (var team in both)
        {
            await team.OpenInstalledAsync(Ct);
            await AnswerAsync(team);
            await new Author(team, team.Team.Members[3]).PublishAsync();
            await team.As(team.Team.Members[2]).SayInPersonalAsync("stop", Ct);
            await team.As(team.Team.Members[4]).SayInPersonalAsync("pause", Ct);
        }
        return world;
    }

    private static async Task AnswerAsync(World team)
    {
        foreach (var member in team.Team.Members) await World.ChooseAsync(team.As(member), team.CardOf(member), "nothingToReport", Ct);
    }

    private static Task<TableChanges> RetentionAsync(World world) =>
        TableChanges.OfAsync(world, async () => Assert.True(await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct)), Ct);

    private static async Task DeleteAsync(World world, SimulatedPerson person)
    {
        var client = world.As(person);
        await client.SayInPersonalAsync("delete my data", Ct);
        var card = world.Teams.Inbox(person)[^1];
        await client.InvokeAsync(card, DeleteDataCard.Verb, CardAction.Find(card.Card!.Value, DeleteDataCard.Verb, data => data.GetProperty("asking").ValueEquals("delete")).DataWith(), Ct);
    }
}
