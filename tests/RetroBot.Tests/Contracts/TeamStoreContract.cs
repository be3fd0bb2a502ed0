using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class TeamStoreContract : StoreContract
{
    private static readonly Duration Hour = Duration.FromHours(1);

    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task A_team_is_found_as_it_was_added_and_due_under_its_own_id(string id)
    {
        var team = Samples.Team(Samples.TeamId(id), due: Samples.Friday);
        Assert.Equal(SaveOutcome.Saved, await Stores.Teams.AddAsync(team, Ct));

        var found = (await Stores.Teams.FindAsync(team.Id, Ct))!.Value;
        Assert.Equal(team with { Leads = found.Leads, Settings = found.Settings, OptOuts = found.OptOuts }, found);
        Assert.Equal(team.OptOuts, found.OptOuts);
        Assert.Equal(team.Leads, found.Leads);
        Assert.Equal(team.Settings.Tools, found.Settings.Tools, StringComparer.Ordinal);
        Assert.Equal(
            (team.Settings.Cadence, team.Settings.Day, team.Settings.Time, team.Settings.Zone, team.Settings.OpenDays, team.Settings.Threshold, team.Settings.Anchor),
            (found.Settings.Cadence, found.Settings.Day, found.Settings.Time, found.Settings.Zone, found.Settings.OpenDays, found.Settings.Threshold, found.Settings.Anchor));
        Assert.Equal([team.Id], await DueAt(Samples.Friday));
    }

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task The_teams_of_a_tenant_are_read_and_no_other_s(string id)
    {
        var tenant = new TenantId(id);
        TeamId[] own = [.. Enumerable.Range(1, 20).Select(number => new TeamId(tenant, $"{id}{number}"))];
        TeamId[] foreign = [new(new TenantId($"{id}|"), "a"), new(new TenantId($"{id}0"), "a"), new(new TenantId(id + id), "a"), Samples.TeamId()];
        foreach (var team in own.Concat(foreign)) await Stores.Teams.AddAsync(Samples.Team(team), Ct);

        var read = await Stores.Teams.OfTenantAsync(tenant, Ct).ToListAsync(Ct);
        Assert.Equal(own.Select(team => team.Value).Order(StringComparer.Ordinal), read.Select(team => team.Value.Id.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(read, team => Assert.Equal(tenant, team.Value.Id.Tenant));
        Assert.Equal(SaveOutcome.Saved, await Stores.Teams.SaveAsync(read[0].Value with { Name = "renamed" }, read[0].Version, Ct));
    }

    [Fact]
    public async Task A_team_that_was_never_opened_and_is_never_due_comes_back_so()
    {
        var team = Samples.Team() with { AddedBy = null, Latest = null, Due = null, Changed = null, Outcome = TrackedOutcome.None, OptOuts = [] };
        await Stores.Teams.AddAsync(team, Ct);
        var found = (await Stores.Teams.FindAsync(team.Id, Ct))!.Value;
        Assert.Equal((null, null, null, null, TrackedOutcome.None), (found.AddedBy, found.Latest, found.Due, found.Changed, found.Outcome));
        Assert.Empty(found.OptOuts);
        Assert.Empty(await DueAt(Instant.FromUtc(2999, 1, 1, 0, 0)));
    }

    [Fact]
    public async Task A_team_is_added_once()
    {
        await Stores.Teams.AddAsync(Samples.Team() with { Name = "first" }, Ct);
        Assert.Equal(SaveOutcome.Conflict, await Stores.Teams.AddAsync(Samples.Team(due: Samples.Friday) with { Name = "second" }, Ct));
        Assert.Equal("first", (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))?.Value.Name);
        Assert.Empty(await DueAt(Samples.Friday));
    }

    [Fact]
    public async Task Of_many_who_save_one_version_one_succeeds()
    {
        await Stores.Teams.AddAsync(Samples.Team(due: Samples.Friday), Ct);
        var version = (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))!.Version;
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Stores.Teams.SaveAsync(Samples.Team(due: Samples.Friday + (i * Hour)), version, Ct)));

        Assert.Single(outcomes, SaveOutcome.Saved);
        var found = (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))!;
        Assert.NotEqual(version, found.Version, StringComparer.Ordinal);
        Assert.Empty(await DueAt(found.Value.Due!.Value - Hour));
        Assert.Equal([Samples.TeamId()], await DueAt(found.Value.Due.Value));
        Assert.Equal([Samples.TeamId()], await DueAt(Samples.Friday + (100 * Hour)));
    }

    [Fact]
    public async Task Saving_a_team_moves_keeps_or_clears_its_due_time()
    {
        await Stores.Teams.AddAsync(Samples.Team(due: Samples.Friday), Ct);

        await Save(team => team with { Due = Samples.Friday + Hour });
        Assert.Empty(await DueAt(Samples.Friday));
        Assert.Single(await DueAt(Samples.Friday + Hour));

        await Save(team => team with { Name = "renamed" });
        Assert.Single(await DueAt(Samples.Friday + Hour));

        await Save(team => team with { Due = null });
        Assert.Empty(await DueAt(Samples.Friday + Hour));

        await Save(team => team with { Due = Samples.Friday });
        Assert.Single(await DueAt(Samples.Friday));
    }

    [Fact]
    public async Task All_teams_are_listed_once_and_those_that_were_left_are_not()
    {
        foreach (var number in Enumerable.Range(1, 40)) await Stores.Teams.AddAsync(Samples.Team(Samples.TeamId($"{number}"), Samples.Friday), Ct);
        await Stores.LeftTeams.AddAsync(Samples.LeftTeam(Samples.TeamId("7")), (await Stores.Teams.FindAsync(Samples.TeamId("7"), Ct))!.Version, Ct);
        Assert.Equal(
            Enumerable.Range(1, 40).Where(number => number != 7).Select(number => $"{number}").Order(StringComparer.Ordinal),
            (await Stores.Teams.AllAsync(Ct).ToListAsync(Ct)).Select(team => team.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Among_500_teams_just_those_are_returned_whose_time_has_come()
    {
        var teams = Enumerable.Range(0, 500).Select(i => Samples.Team(Samples.TeamId($"19:{i}@thread.tacv2"), i % 5 == 0 ? null : Samples.Friday + Duration.FromSeconds(i - 100))).ToList();
        await Parallel.ForEachAsync(teams, Ct, async (team, ct) => await Stores.Teams.AddAsync(team, ct));

        var expected = teams.Where(team => team.Due <= Samples.Friday).Select(team => team.Id.Value);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await DueAt(Samples.Friday)).Select(id => id.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private async Task Save(Func<Team, Team> change)
    {
        var found = (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))!;
        Assert.Equal(SaveOutcome.Saved, await Stores.Teams.SaveAsync(change(found.Value), found.Version, Ct));
    }

    private async Task<List<TeamId>> DueAt(Instant now) => await Stores.Teams.DueAsync(now, Ct).ToListAsync(Ct);
}
