using Microsoft.Extensions.DependencyInjection;
using Moq;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Retention;

/// <summary>When RetroBot is removed from a team, everything of that team is deleted, whatever happens meanwhile.</summary>
public sealed class DepartureTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_the_team_stays_but_that_its_latest_round_was_held_and_that_goes_after_four_weeks()
    {
        await using var world = await LivelyAsync();
        Assert.NotEmpty(await world.AnswerRowsAsync(Ct));

        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);

        var left = await world.DumpAsync(Ct);
        Assert.Equal(["rounds r", "teams d", "teams x"], left.Select(stored => $"{stored.Table} {stored.Row.RowKey[0]}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.DoesNotContain(left.Single(stored => stored.Table is "rounds").Row.Keys, column => column is "WrappedKey" or "MasterKeyId" or "Tally" or "Digest" or "Post");
        world.Time.Advance(TimeSpan.FromDays(28));
        await world.Bot.WorkAsync(Ct);
        Assert.Empty(await world.DumpAsync(Ct));
    }

    [Fact]
    public async Task Another_team_s_rows_are_untouched()
    {
        await using var world = await LivelyAsync();
        var (studies, votes) = (world.Bot.Services.GetRequiredService<ICaseStudyStore>(), world.Bot.Services.GetRequiredService<IVoteStore>());
        var rounds = world.Bot.Services.GetRequiredService<IRoundStore>();
        var study = Samples.CaseStudy(9, Neighbour(world), new RoundName(2026, 46));
        await studies.AddAsync(study, Ct);
        await votes.SaveAsync(study.Id, Samples.Voter(1), Vote.Worked, Ct);
        await rounds.OpenAsync(Samples.Round(Samples.RoundId(Neighbour(world))), Ct);

        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);

        Assert.NotNull(await studies.FindAsync(study.Id, Ct));
        Assert.Equal(1, (await votes.CountAsync(study.Id, Ct)).Worked);
        Assert.Equal(RoundState.Open, (await rounds.FindAsync(Samples.RoundId(Neighbour(world)), Ct))?.Value.State);
    }

    [Fact]
    public async Task What_a_crash_left_half_done_is_finished_by_whoever_looks_next()
    {
        var broken = new Mock<IVoteStore>(MockBehavior.Strict);
        broken.SetupSequence(votes => votes.RemoveAsync(It.IsAny<TeamId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StorageUnavailableException("The process ends here.")).Returns(Task.CompletedTask);
        await using var world = await World.StartAsync(emulator, members: 5, Ct, change: services => services.AddSingleton(broken.Object));
        await world.OpenAsync(Ct);
        await World.ChooseAsync(world.Lead, world.CardOf(world.Lead.Person), "nothingToReport", Ct);

        await world.Lead.PostAsync(world.Lead.Compose.InstallationInTeam(world.Team, "remove"), Ct);
        Assert.Contains(await world.DumpAsync(Ct), stored => stored.Row.RowKey.StartsWith("a|", StringComparison.Ordinal));
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(["rounds r", "teams d", "teams x"], (await world.DumpAsync(Ct)).Select(stored => $"{stored.Table} {stored.Row.RowKey[0]}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Added_again_RetroBot_is_as_new_and_the_note_is_gone()
    {
        await using var world = await LivelyAsync();
        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);

        await world.InstallAsync(Ct);

        Assert.Equal("t", Assert.Single(await world.RowsAsync("teams", Ct)).RowKey[..1]);
        world.Time.Advance(TimeSpan.FromDays(28));
        await world.OpenInstalledAsync(Ct);
        Assert.Contains(await world.RowsAsync("rounds", Ct), row => row.RowKey is "g");
    }

    [Fact]
    public async Task A_round_that_somebody_opened_behind_its_back_goes_with_the_note()
    {
        await using var world = await LivelyAsync();
        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);
        await world.Bot.Services.GetRequiredService<IRoundStore>().OpenAsync(Samples.Round(new RoundId(TeamOf(world), new RoundName(2026, 48))), Ct);

        world.Time.Advance(TimeSpan.FromDays(28));
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);

        Assert.Empty(await world.DumpAsync(Ct));
    }

    /// <summary>A closed round and an open one with an answer, a published case study with a vote, and somebody who paused.</summary>
    private async Task<World> LivelyAsync()
    {
        var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        await world.CloseAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        await World.ChooseAsync(world.Lead, world.CardOf(world.Lead.Person), "nothingToReport", Ct);
        var study = Samples.CaseStudy(1, TeamOf(world), new RoundName(2026, 47));
        await world.Bot.Services.GetRequiredService<ICaseStudyStore>().AddAsync(study, Ct);
        await world.Bot.Services.GetRequiredService<IVoteStore>().SaveAsync(study.Id, Samples.Voter(1), Vote.Worked, Ct);
        return world;
    }

    private static TeamId TeamOf(World world) => new(new RetroBot.Core.People.TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id);

    /// <summary>A team whose id begins as the other's does.</summary>
    private static TeamId Neighbour(World world) => new(TeamOf(world).Tenant, TeamOf(world).Value + "0");
}
