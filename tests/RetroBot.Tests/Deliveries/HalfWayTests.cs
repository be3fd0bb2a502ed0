using Microsoft.Extensions.Logging;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>The look half-way through a round, where Teams puts cards off.</summary>
public sealed class HalfWayTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_card_that_is_still_put_off_keeps_nobody_s_second_card_back()
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 4, Ct);
        var (lost, putOff) = (world.Team.Members[2], world.Team.Members[3]);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), SecondCards.Sends(lost));
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), SecondCards.Sends(putOff), times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);

        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        Assert.False(await world.IsDeliveredAsync(Ct));
        Assert.Equal([SecondCards.MayHaveComeBefore], SecondCards.Of(world, lost));
        Assert.All(world.Team.Members.Take(2), member => Assert.Equal([SecondCards.Reminder], SecondCards.Of(world, member)));
        Assert.Empty(SecondCards.AllOf(world, putOff));

        world.Teams.Faults.Clear();
        for (var look = 0; look < 3; look++) await world.WorkAfterAsync(TimeSpan.FromMinutes(10), Ct);
        Assert.True(await world.IsDeliveredAsync(Ct));
        Assert.Equal((1, 0), (SecondCards.AllOf(world, putOff).Count, SecondCards.Of(world, putOff).Count));
        Assert.Equal([2, 2, 1], world.Team.Members.Take(3).Select(member => SecondCards.AllOf(world, member).Count));
    }

    [Fact]
    public async Task A_late_card_of_which_nobody_knows_whether_it_came_is_sent_again_once_no_first_card_is_left_and_an_early_one_no_third_time()
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 4, Ct);
        var (early, late) = (world.Team.Members[2], world.Team.Members[3]);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), SecondCards.Sends(early));
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), SecondCards.Sends(late), times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);
        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        world.Teams.Faults.Clear();
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), SecondCards.Sends(late));

        for (var look = 0; look < 3; look++) await world.WorkAfterAsync(TimeSpan.FromMinutes(10), Ct);

        Assert.Equal([SecondCards.MayHaveComeBefore], SecondCards.Of(world, late));
        Assert.Equal([SecondCards.MayHaveComeBefore], SecondCards.Of(world, early));
        Assert.Equal([2, 2, 1, 1], world.Team.Members.Select(member => SecondCards.AllOf(world, member).Count));
    }

    [Fact]
    public async Task A_long_pause_puts_the_look_off_and_it_goes_on_behind_it()
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 30, Ct);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromHours(2)), request => request is { IsSend: true, Person: not null });

        // The clock stands still: whoever waited in here would not come back.
        await world.WorkAfterAsync(SecondCards.HalfWay, Ct).WaitAsync(TimeSpan.FromMinutes(1), Ct);
        Assert.Contains(world.Team.Members, member => SecondCards.Of(world, member).Count == 0);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(119), Ct);
        Assert.Contains(world.Team.Members, member => SecondCards.Of(world, member).Count == 0);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(1), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([SecondCards.Reminder], SecondCards.Of(world, member)));
    }

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(412, "PreconditionFailed")]
    public async Task A_second_card_that_Teams_puts_off_comes_later_and_once(int status, string code)
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 5, Ct);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), SecondCards.Sends(world.Team.Members[2]));

        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        Assert.Empty(SecondCards.Of(world, world.Team.Members[2]));
        for (var look = 0; look < 2; look++) await world.WorkAfterAsync(TimeSpan.FromSeconds(2), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([SecondCards.Reminder], SecondCards.Of(world, member)));
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", "Teams admin center")]
    [InlineData(401, "BotNotRegistered", "MicrosoftAppId")]
    public async Task A_bot_that_nobody_may_hear_half_way_says_what_to_do_and_goes_on_once_it_is_mended(int status, string code, string says)
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 30, Ct);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), request => request is { IsSend: true, Person: not null }, times: int.MaxValue);

        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        Assert.InRange(world.Teams.Requests.All.Count(recorded => recorded.Status == status), 1, 20);
        Assert.Contains(world.Bot.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(says, StringComparison.Ordinal) && line.Text.Contains("second cards", StringComparison.Ordinal));
        world.Teams.Faults.Clear();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([SecondCards.Reminder], SecondCards.Of(world, member)));
    }

    [Fact]
    public async Task An_outage_drops_no_card_that_may_not_have_come_before_and_after_five_tries_the_reminders()
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 3, Ct);
        var lost = world.Team.Members[2];
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), SecondCards.Sends(lost));
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), request => request is { IsSend: true, Person: not null }, times: int.MaxValue);
        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        for (var look = 0; look < 8; look++) await world.WorkAfterAsync(TimeSpan.FromMinutes(6), Ct);
        world.Teams.Faults.Clear();

        await world.WorkAfterAsync(TimeSpan.FromMinutes(6), Ct);

        Assert.Equal([SecondCards.MayHaveComeBefore], SecondCards.Of(world, lost));
        Assert.All(world.Team.Members.Take(2), member => Assert.Empty(SecondCards.Of(world, member)));
    }

    [Fact]
    public async Task Somebody_whom_Teams_puts_off_all_the_time_keeps_no_second_card_of_anybody_behind_them_back()
    {
        await using var world = await World.StartAsync(emulator, members: 130, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), request => request is { IsSend: true, Person: not null }, times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Clear();
        var putOff = world.Team.Members.MinBy(member => $"{member.ObjectId}", StringComparer.Ordinal)!;
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), SecondCards.Sends(putOff), times: int.MaxValue);

        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        Assert.All(world.Team.Members.Except([putOff]), member => Assert.Equal([SecondCards.MayHaveComeBefore], SecondCards.Of(world, member)));
        world.Teams.Faults.Clear();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(6), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([SecondCards.MayHaveComeBefore], SecondCards.Of(world, member)));
    }

    [Fact]
    public async Task A_look_that_is_put_off_again_and_again_reads_the_roster_once()
    {
        await using var world = await World.StartAsync(emulator, members: 230, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), request => request is { IsSend: true, Person: not null }, times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Clear();
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(20)), request => request is { IsSend: true, Person: not null });
        var read = RosterReads(world);

        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        var first = RosterReads(world) - read;
        for (var storm = 0; storm < 3; storm++)
        {
            world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(20)), request => request is { IsSend: true, Person: not null });
            await world.WorkAfterAsync(TimeSpan.FromSeconds(20), Ct);
        }
        await world.WorkAfterAsync(TimeSpan.FromSeconds(20), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([SecondCards.MayHaveComeBefore], SecondCards.Of(world, member)));
        Assert.Equal(first, RosterReads(world) - read);
    }

    private static int RosterReads(World world) => world.Teams.Requests.All.Count(recorded => recorded.Request.IsRosterRead);
}
