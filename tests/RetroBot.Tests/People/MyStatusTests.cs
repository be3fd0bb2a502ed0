using RetroBot.Cards.CheckIns;
using RetroBot.Cards.People;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.People;

/// <summary>What a person learns in their own chat of how they are asked: <c>status</c>, <c>why am i asked</c> and <c>skip</c>.</summary>
public sealed class MyStatusTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_says_whether_and_when_one_is_asked_and_a_press_changes_it()
    {
        await using var world = await SetUpAsync();
        var member = world.Team.Members[1];

        var asked = await SayAsync(world, member, "status");
        await world.As(member).PressAsync(asked, PausedCard.Verb, ct: Ct);
        var paused = await SayAsync(world, member, "status");
        await world.As(member).SayInPersonalAsync("stop", Ct);
        var stopped = await SayAsync(world, member, "status");
        await world.As(member).PressAsync(stopped, StartedCard.Verb, ct: Ct);

        Assert.Contains("You are asked", CardText.Of(asked.Card), StringComparison.Ordinal);
        Assert.Contains("Next on Thursday 19 November, 09:30 (Asia/Tokyo)", CardText.Of(asked.Card), StringComparison.Ordinal);
        Assert.Contains("You have paused", CardText.Of(paused.Card), StringComparison.Ordinal);
        Assert.Contains("Next on Thursday 17 December, 09:30 (Asia/Tokyo)", CardText.Of(paused.Card), StringComparison.Ordinal);
        Assert.Contains("You are not asked", CardText.Of(stopped.Card), StringComparison.Ordinal);
        Assert.Equal(CardText.Of(asked.Card), CardText.Of((await SayAsync(world, member, "status")).Card));
    }

    [Fact]
    public async Task Status_reads_the_same_before_and_after_an_answer()
    {
        await using var world = await SetUpAsync();
        await world.OpenInstalledAsync(Ct);
        var member = world.Team.Members[1];

        var before = await SayAsync(world, member, "status");
        await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);

        Assert.Equal(before.Card!.Value.GetRawText(), (await SayAsync(world, member, "status")).Card!.Value.GetRawText());
        Assert.Contains("Open until", CardText.Of(before.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_one_is_asked_names_each_team_and_who_added_RetroBot_there()
    {
        await using var world = await SetUpAsync();
        var other = world.Beside(members: 2, world.Team.Tenant);
        await other.InstallAsync(Ct);
        other.Team.Join(world.Team.Members[1]);

        var both = CardText.Of((await SayAsync(world, world.Team.Members[1], "Why am I asked?")).Card);
        var one = CardText.Of((await SayAsync(world, world.Team.Members[2], "why am i asked")).Card);

        Assert.Equal(2, both.Split("where Member 1 added RetroBot").Length - 1);
        Assert.Equal(1, one.Split("where Member 1 added RetroBot").Length - 1);
        Assert.Contains("nobody can tell which answer was yours", one, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("why am i asked")]
    [InlineData("check-in")]
    public async Task Where_Teams_gives_no_roster_nobody_is_told_that_they_are_in_no_team(string said)
    {
        await using var world = await SetUpAsync();
        world.Teams.Faults.Add(Fault.Refuses(500, "ServiceError"), on: request => request.IsRosterRead, times: int.MaxValue);

        var answer = CardText.Of((await SayAsync(world, world.Team.Members[1], said)).Card);

        Assert.Contains("Teams has not told me about all teams just now", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("I know of no team of yours", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipping_in_writing_leaves_no_trace_and_nobody_is_asked_less()
    {
        await using var world = await SetUpAsync();
        await world.OpenInstalledAsync(Ct);
        var member = world.Team.Members[1];
        await SayAsync(world, member, "help");
        var before = await RowsAsync(world);

        var skipped = await SayAsync(world, member, "skip");

        Assert.Equal(before, await RowsAsync(world), StringComparer.Ordinal);
        Assert.Contains("You can skip any check-in", CardText.Of(skipped.Card), StringComparison.Ordinal);
        Assert.Contains(CheckInCard.Verb, world.CardOf(member).Card!.Value.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<World> SetUpAsync()
    {
        var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "thursday", ["time"] = "09:30", ["zone"] = "Asia/Tokyo" }, Ct);
        return world;
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(World world) => [.. (await world.DumpAsync(Ct)).Select(row => $"{row.Table} {row.Row.PartitionKey} {row.Row.RowKey} {row.Row.ETag}")];

    /// <summary>What somebody is answered in their own chat.</summary>
    private static async Task<ReceivedActivity> SayAsync(World world, SimulatedPerson person, string said)
    {
        await world.As(person).SayInPersonalAsync(said, Ct);
        return world.Teams.Inbox(person)[^1];
    }
}
