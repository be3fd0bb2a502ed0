using RetroBot.Cards.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>What is sent a second time, half-way through a round of three days.</summary>
public sealed class ReminderTests(StorageEmulator emulator)
{
    private const string Reminder = "A friendly reminder";
    private const string MayHaveComeBefore = "You may have this card already";
    private static readonly TimeSpan HalfWay = TimeSpan.FromHours(36);
    private static readonly TimeSpan Evening = TimeSpan.FromHours(9);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_reminded_unless_a_lead_asks_for_it()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        await PassAsync(world, HalfWay);

        Assert.All(world.Team.Members, member => Assert.Single(CardsOf(world, member)));
    }

    [Fact]
    public async Task Whoever_has_not_answered_is_reminded_once_and_nobody_else()
    {
        await using var world = await OpenWithRemindersAsync(members: 4);
        var (answered, deleted, silent) = (world.Team.Members[1], world.Team.Members[2], world.Team.Members[3]);
        await World.ChooseAsync(world.As(answered), world.CardOf(answered), "notRelevant", Ct);
        await World.ChooseAsync(world.As(deleted), world.CardOf(deleted), "notRelevant", Ct);
        await world.As(deleted).InvokeAsync(world.CardOf(deleted), AnswerDeletedCard.Verb, World.OutcomeOn(world.CardOf(deleted).Card!.Value, "helped"), Ct);

        await PassAsync(world, HalfWay - TimeSpan.FromMinutes(1));
        Assert.All(world.Team.Members, member => Assert.Single(CardsOf(world, member)));
        await PassAsync(world, TimeSpan.FromMinutes(1));
        await PassAsync(world, TimeSpan.FromHours(12));

        Assert.Single(CardsOf(world, answered));
        foreach (var member in (SimulatedPerson[])[deleted, silent])
        {
            Assert.Equal(2, CardsOf(world, member).Count);
            Assert.Contains(Reminder, CardsOf(world, member)[1].Card!.Value.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_has_paused_stopped_or_left_since_is_not_reminded()
    {
        await using var world = await OpenWithRemindersAsync(members: 4);
        var (paused, stopped, left) = (world.Team.Members[1], world.Team.Members[2], world.Team.Members[3]);
        await world.As(paused).SayInPersonalAsync("pause", Ct);
        await world.As(stopped).SayInPersonalAsync("stop", Ct);
        world.Team.Leave(left);

        await PassAsync(world, HalfWay);

        Assert.All([paused, stopped, left], person => Assert.Single(CardsOf(world, person)));
        Assert.Equal(2, CardsOf(world, world.Team.Members[0]).Count);
    }

    [Fact]
    public async Task Whoever_stops_while_their_card_is_put_off_gets_none_and_the_others_do()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        var stopped = world.Team.Members[2];
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromMinutes(10)), request => request.IsSend && request.Person == stopped);
        await world.OpenInstalledAsync(Ct);
        await world.As(stopped).SayInPersonalAsync("stop", Ct);

        await PassAsync(world, TimeSpan.FromMinutes(11));
        await PassAsync(world, TimeSpan.FromMinutes(11));

        Assert.Empty(CardsOf(world, stopped));
        Assert.All(world.Team.Members.Except([stopped]), member => Assert.Single(CardsOf(world, member)));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_card_that_came_after_half_way()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(Reminders, Ct);
        world.Teams.Faults.Add(Fault.Throttles(HalfWay + TimeSpan.FromHours(1)), request => request.IsSend && request.Person is not null, times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Clear();

        await PassAsync(world, HalfWay + TimeSpan.FromHours(2));
        await PassAsync(world, TimeSpan.FromHours(2));
        await PassAsync(world, TimeSpan.FromHours(2));

        Assert.All(world.Team.Members, member => Assert.Single(CardsOf(world, member)));
    }

    [Fact]
    public async Task A_card_of_which_nobody_knows_whether_it_came_is_sent_again_unless_its_reader_answered()
    {
        await using var world = await World.StartAsync(emulator, members: 4, Ct);
        await world.InstallAsync(Ct);
        var (came, lost) = (world.Team.Members[1], world.Team.Members[2]);
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), request => request.IsSend && request.Person == came);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), request => request.IsSend && request.Person == lost);
        await world.OpenInstalledAsync(Ct);
        await World.ChooseAsync(world.As(came), world.CardOf(came), "notRelevant", Ct);
        Assert.Empty(CardsOf(world, lost));

        await PassAsync(world, HalfWay);
        await PassAsync(world, TimeSpan.FromHours(12));

        Assert.Single(CardsOf(world, came));
        Assert.Contains(MayHaveComeBefore, Assert.Single(CardsOf(world, lost)).Card!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.All(world.Team.Members.Except([came, lost]), member => Assert.Single(CardsOf(world, member)));
    }

    [Fact]
    public async Task In_quiet_hours_nobody_is_reminded()
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct, settings: [new("RetroBot:QuietHours", "22:00-08:00")]);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(Reminders, Ct);
        await world.OpenInstalledAsync(Ct);

        // Opened on Monday at noon: half-way is midnight, and the night ends at eight.
        await PassAsync(world, HalfWay);
        await PassAsync(world, TimeSpan.FromHours(8) - TimeSpan.FromMinutes(1));
        Assert.All(world.Team.Members, member => Assert.Single(CardsOf(world, member)));
        await PassAsync(world, TimeSpan.FromMinutes(1));

        Assert.All(world.Team.Members, member => Assert.Equal(2, CardsOf(world, member).Count));
    }

    [Fact]
    public async Task A_round_that_is_opened_in_quiet_hours_says_when_cards_go_out_and_they_do()
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct, settings: [new("RetroBot:QuietHours", "20:00-07:00")]);
        await world.InstallAsync(Ct);
        world.Time.Advance(Evening);

        await world.OpenInstalledAsync(Ct);
        Assert.Contains("07:00", world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.All(world.Team.Members, member => Assert.Empty(CardsOf(world, member)));
        await PassAsync(world, TimeSpan.FromHours(10));

        Assert.All(world.Team.Members, member => Assert.Single(CardsOf(world, member)));
    }

    [Fact]
    public async Task A_setup_for_a_time_in_quiet_hours_comes_back_with_the_reason()
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct, settings: [new("RetroBot:QuietHours", "20:00-07:00")]);
        await world.InstallAsync(Ct);

        var answer = await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "monday", ["time"] = "06:30", ["zone"] = "UTC" }, Ct);

        Assert.Contains("Choose a time outside the quiet hours.", answer.Card!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_look_writes_nothing_about_anybody()
    {
        await using var world = await OpenWithRemindersAsync(members: 6);
        foreach (var member in world.Team.Members.Take(3)) await World.ChooseAsync(world.As(member), world.CardOf(member), "notRelevant", Ct);
        var before = await PeopleRowsAsync(world);

        await PassAsync(world, HalfWay);

        Assert.Equal(9, world.Team.Members.Sum(member => CardsOf(world, member).Count));
        Assert.Equal(before, await PeopleRowsAsync(world));
    }

    private static Dictionary<string, string> Reminders => new(StringComparer.Ordinal) { ["day"] = "friday", ["time"] = "09:30", ["zone"] = "UTC", ["openDays"] = "3", ["reminds"] = "true" };

    private async Task<World> OpenWithRemindersAsync(int members)
    {
        var world = await World.StartAsync(emulator, members, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(Reminders, Ct);
        await world.OpenInstalledAsync(Ct);
        return world;
    }

    private static async Task PassAsync(World world, TimeSpan time)
    {
        world.Time.Advance(time);
        await world.Bot.WorkAsync(Ct);
    }

    private static List<ReceivedActivity> CardsOf(World world, SimulatedPerson person) =>
        [.. world.Teams.Inbox(person).Where(received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true)];

    /// <summary>Every row but the round's own and its team's, with the store's own stamp.</summary>
    private static async Task<List<string>> PeopleRowsAsync(World world) =>
        [.. (await world.DumpAsync(Ct)).Where(found => found.Table != "teams" && found.Row.RowKey != "r").Select(found => $"{found.Table} {found.Row.RowKey} {found.Row.ETag}").Order(StringComparer.Ordinal)];
}
