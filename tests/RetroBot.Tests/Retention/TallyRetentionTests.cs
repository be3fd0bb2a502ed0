using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host.Retention;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Retention;

/// <summary>The counts of a closed round are kept for 26 weeks, and then only its digest; but for those behind the numbers that the team has read last.</summary>
public sealed class TallyRetentionTests(StorageEmulator emulator)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7 * RetentionPeriod.MostWeeks);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_26_weeks_the_counts_are_gone_and_the_digest_is_as_it_was()
    {
        await using var world = await ClosedAsync();
        var digest = (await RoundAsync(world)).GetString("Digest");

        world.Time.Advance(Kept - TimeSpan.FromMinutes(1));
        Assert.True(await RunAsync(world));
        Assert.Contains("Tally", (await RoundAsync(world)).Keys, StringComparer.Ordinal);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await RunAsync(world));
        Assert.DoesNotContain("Tally", (await RoundAsync(world)).Keys, StringComparer.Ordinal);
        Assert.Equal(digest, (await RoundAsync(world)).GetString("Digest"));
    }

    [Fact]
    public async Task A_round_of_later_keeps_its_counts()
    {
        await using var world = await ClosedAsync();
        world.Time.Advance(TimeSpan.FromDays(14));
        await world.OpenInstalledAsync(Ct);
        await world.CloseAsync(Ct);

        world.Time.Advance(Kept - TimeSpan.FromDays(7));
        await RunAsync(world);

        Assert.Single(await world.RowsAsync("rounds", Ct), row => row.RowKey is "r" && row.ContainsKey("Tally"));
        await world.TallyAsync(Ct);
    }

    [Fact]
    public async Task What_the_team_has_read_last_is_kept_longer_so_that_one_joiner_changes_no_number_after_half_a_year_of_silence_and_goes_with_new_numbers()
    {
        await using var world = await ClosedAsync();
        var first = (await RoundAsync(world)).GetString("Shown")!;
        world.Time.Advance(Kept);
        await RunAsync(world);
        Assert.Contains("Shown", (await RoundAsync(world)).Keys, StringComparer.Ordinal);

        await AgainAsync(world, "nothingToReport", last: "notRelevant");
        Assert.Equal(first, (await ClosedRoundsAsync(world))[1].GetString("Shown"));
        Assert.Contains("\"AsIn\":\"2026-W47\"", (await ClosedRoundsAsync(world))[1].GetString("Digest"), StringComparison.Ordinal);

        world.Time.Advance(TimeSpan.FromDays(14));
        await AgainAsync(world, "notRelevant", last: "notRelevant");
        Assert.Equal([false, false, true], (await ClosedRoundsAsync(world)).Select(row => row.ContainsKey("Shown")));
        Assert.Contains("\"AsIn\":null", (await ClosedRoundsAsync(world))[2].GetString("Digest"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_look_and_two_at_once_change_nothing_more()
    {
        await using var world = await ClosedAsync();
        world.Time.Advance(Kept);
        Assert.All(await Task.WhenAll(RunAsync(world), RunAsync(world), RunAsync(world)), Assert.True);
        var version = (await RoundAsync(world)).ETag;

        await RunAsync(world);

        Assert.Equal(version, (await RoundAsync(world)).ETag);
    }

    [Fact]
    public async Task While_storage_is_out_of_reach_nothing_is_lost_and_it_is_done_when_it_is_back()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await ClosedAsync(gate.ConnectionString);
        world.Time.Advance(Kept);

        gate.Shut();
        Assert.False(await RunAsync(world));
        gate.Open();
        Assert.True(await RunAsync(world));

        Assert.DoesNotContain("Tally", (await RoundAsync(world)).Keys, StringComparer.Ordinal);
    }

    private async Task<World> ClosedAsync(string? storage = null)
    {
        var world = await World.StartAsync(emulator, members: 5, Ct, storage);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members) await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);
        await world.CloseAsync(Ct);
        return world;
    }

    /// <summary>One more round: what all but the last answer, and what the last one does.</summary>
    private static async Task AgainAsync(World world, string all, string last)
    {
        await world.OpenInstalledAsync(Ct);
        foreach (var member in world.Team.Members) await World.ChooseAsync(world.As(member), world.CardOf(member), member == world.Team.Members[^1] ? last : all, Ct);
        await world.CloseAsync(Ct);
    }

    private static async Task<List<Azure.Data.Tables.TableEntity>> ClosedRoundsAsync(World world) =>
        [.. (await world.RowsAsync("rounds", Ct)).Where(row => row.RowKey is "r").OrderBy(row => row.PartitionKey, StringComparer.Ordinal)];

    private static Task<bool> RunAsync(World world) => world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);

    private static async Task<Azure.Data.Tables.TableEntity> RoundAsync(World world) => Assert.Single(await world.RowsAsync("rounds", Ct), row => row.RowKey is "r");
}
