using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetroBot.Host.Retention;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Retention;

/// <summary>A round whose team's row is lost, by a mishap in storage, is closed by nobody; a week later its answers and its key are gone all the same.</summary>
public sealed class LostTeamTests(StorageEmulator emulator)
{
    /// <summary>The round closes within them, and a week passes.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromDays(14);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_week_after_it_had_to_close_nothing_is_left_of_it_and_the_operator_is_told()
    {
        await using var world = await AnsweredAsync();
        await LoseTeamsAsync(world);

        world.Time.Advance(TimeSpan.FromDays(5));
        await RunAsync(world);
        Assert.NotEmpty(await world.AnswerRowsAsync(Ct));

        world.Time.Advance(Later);
        await RunAsync(world);
        Assert.Empty(await world.RowsAsync("rounds", Ct));
        Assert.Single(world.Bot.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("its row in the table of teams is lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_whose_team_is_there_is_left_to_be_closed_however_late()
    {
        await using var world = await AnsweredAsync();
        world.Time.Advance(Later);
        await RunAsync(world);
        Assert.Single(await world.AnswerRowsAsync(Ct));

        await world.Bot.WorkAsync(Ct);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
        Assert.Single(await world.RowsAsync("rounds", Ct), row => row.ContainsKey("Digest") && row.ContainsKey("Tally"));
    }

    private async Task<World> AnsweredAsync()
    {
        var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var person = world.Team.Members[2];
        await World.ChooseAsync(world.As(person), world.CardOf(person), "nothingToReport", Ct);
        return world;
    }

    private static async Task LoseTeamsAsync(World world)
    {
        foreach (var row in await world.RowsAsync("teams", Ct)) await world.Table("teams").DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Ct);
    }

    private static async Task RunAsync(World world) => Assert.True(await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct));
}
