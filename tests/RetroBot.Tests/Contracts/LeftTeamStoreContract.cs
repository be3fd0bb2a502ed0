using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class LeftTeamStoreContract : StoreContract
{
    private static readonly Duration Hour = Duration.FromHours(1);

    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task A_team_becomes_a_note_in_one_step_and_is_due_when_the_note_says(string id)
    {
        var left = Samples.LeftTeam(Samples.TeamId(id));
        await Stores.Teams.AddAsync(Samples.Team(left.Id, due: Samples.Friday - Hour), Ct);

        Assert.Equal(SaveOutcome.Saved, await Stores.LeftTeams.AddAsync(left, await VersionAsync(left.Id), Ct));

        Assert.Null(await Stores.Teams.FindAsync(left.Id, Ct));
        Assert.Equal(left, (await Stores.LeftTeams.FindAsync(left.Id, Ct))?.Value);
        Assert.Empty(await DueAtAsync(Samples.Friday - Hour));
        Assert.Equal([left.Id], await DueAtAsync(Samples.Friday));
    }

    [Fact]
    public async Task A_team_that_somebody_saved_meanwhile_stays()
    {
        await Stores.Teams.AddAsync(Samples.Team(), Ct);
        var version = await VersionAsync(Samples.TeamId());
        await Stores.Teams.SaveAsync(Samples.Team() with { Name = "renamed" }, version, Ct);

        Assert.Equal(SaveOutcome.Conflict, await Stores.LeftTeams.AddAsync(Samples.LeftTeam(), version, Ct));
        Assert.Equal(SaveOutcome.Conflict, await Stores.LeftTeams.AddAsync(Samples.LeftTeam(Samples.TeamId("unknown")), version, Ct));

        Assert.NotNull(await Stores.Teams.FindAsync(Samples.TeamId(), Ct));
        Assert.Null(await Stores.LeftTeams.FindAsync(Samples.TeamId(), Ct));
    }

    [Fact]
    public async Task A_note_is_put_off_and_removed_by_whoever_read_it_last()
    {
        var first = await LeaveAsync();
        Assert.Equal(SaveOutcome.Saved, await Stores.LeftTeams.SaveAsync(first.Value with { Due = Samples.Friday + Hour }, first, Ct));
        Assert.Equal(SaveOutcome.Conflict, await Stores.LeftTeams.SaveAsync(first.Value, first, Ct));
        Assert.Equal(SaveOutcome.Conflict, await Stores.LeftTeams.RemoveAsync(first, Ct));
        Assert.Empty(await DueAtAsync(Samples.Friday));
        Assert.Single(await DueAtAsync(Samples.Friday + Hour));

        Assert.Equal(SaveOutcome.Saved, await Stores.LeftTeams.RemoveAsync((await Stores.LeftTeams.FindAsync(Samples.TeamId(), Ct))!, Ct));
        Assert.Null(await Stores.LeftTeams.FindAsync(Samples.TeamId(), Ct));
        Assert.Empty(await DueAtAsync(Samples.Friday + Hour));
    }

    [Fact]
    public async Task Adding_the_team_again_removes_the_note_and_its_due_time()
    {
        var note = await LeaveAsync();

        Assert.Equal(SaveOutcome.Saved, await Stores.Teams.AddAsync(Samples.Team(), Ct));

        Assert.Null(await Stores.LeftTeams.FindAsync(Samples.TeamId(), Ct));
        Assert.Empty(await DueAtAsync(Samples.Friday));
        Assert.Equal(SaveOutcome.Conflict, await Stores.LeftTeams.RemoveAsync(note, Ct));
        Assert.NotNull(await Stores.Teams.FindAsync(Samples.TeamId(), Ct));
    }

    private async Task<Versioned<LeftTeam>> LeaveAsync()
    {
        await Stores.Teams.AddAsync(Samples.Team(), Ct);
        await Stores.LeftTeams.AddAsync(Samples.LeftTeam(), await VersionAsync(Samples.TeamId()), Ct);
        return (await Stores.LeftTeams.FindAsync(Samples.TeamId(), Ct))!;
    }

    private async Task<string> VersionAsync(TeamId id) => (await Stores.Teams.FindAsync(id, Ct))!.Version;

    private async Task<List<TeamId>> DueAtAsync(Instant now) => await Stores.Teams.DueAsync(now, Ct).ToListAsync(Ct);
}
