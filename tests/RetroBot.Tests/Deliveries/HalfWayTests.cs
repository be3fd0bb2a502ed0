using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using RetroBot.Cards.CheckIns;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>The look half-way through a round of three days, where something comes between.</summary>
public sealed class HalfWayTests(StorageEmulator emulator)
{
    private const string Reminder = "A friendly reminder";
    private const string MayHaveComeBefore = "You may have this card already";
    private static readonly TimeSpan HalfWay = TimeSpan.FromHours(36);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_card_that_is_still_put_off_keeps_nobody_s_second_card_back()
    {
        await using var world = await WithRemindersAsync(members: 4);
        var (lost, putOff) = (world.Team.Members[2], world.Team.Members[3]);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), Sends(lost));
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), Sends(putOff), times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);

        await world.WorkAfterAsync(HalfWay, Ct);
        Assert.False(await world.IsDeliveredAsync(Ct));
        Assert.Equal([MayHaveComeBefore], SecondCardsOf(world, lost));
        Assert.All(world.Team.Members.Take(2), member => Assert.Equal([Reminder], SecondCardsOf(world, member)));
        Assert.Empty(CardsOf(world, putOff));

        world.Teams.Faults.Clear();
        for (var look = 0; look < 3; look++) await world.WorkAfterAsync(TimeSpan.FromMinutes(10), Ct);
        Assert.True(await world.IsDeliveredAsync(Ct));
        Assert.Equal((1, 0), (CardsOf(world, putOff).Count, SecondCardsOf(world, putOff).Count));
        Assert.Equal([2, 2, 1], world.Team.Members.Take(3).Select(member => CardsOf(world, member).Count));
    }

    [Fact]
    public async Task A_late_card_of_which_nobody_knows_whether_it_came_is_sent_again_once_no_first_card_is_left_and_an_early_one_no_third_time()
    {
        await using var world = await WithRemindersAsync(members: 4);
        var (early, late) = (world.Team.Members[2], world.Team.Members[3]);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), Sends(early));
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), Sends(late), times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);
        await world.WorkAfterAsync(HalfWay, Ct);
        world.Teams.Faults.Clear();
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), Sends(late));

        for (var look = 0; look < 3; look++) await world.WorkAfterAsync(TimeSpan.FromMinutes(10), Ct);

        Assert.Equal([MayHaveComeBefore], SecondCardsOf(world, late));
        Assert.Equal([MayHaveComeBefore], SecondCardsOf(world, early));
        Assert.Equal([2, 2, 1, 1], world.Team.Members.Select(member => CardsOf(world, member).Count));
    }

    [Fact]
    public async Task A_long_pause_puts_the_look_off_and_it_goes_on_behind_it()
    {
        await using var world = await WithRemindersAsync(members: 30);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromHours(2)), request => request is { IsSend: true, Person: not null });

        // The clock stands still: whoever waited in here would not come back.
        await world.WorkAfterAsync(HalfWay, Ct).WaitAsync(TimeSpan.FromMinutes(1), Ct);
        Assert.Contains(world.Team.Members, member => SecondCardsOf(world, member).Count == 0);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(119), Ct);
        Assert.Contains(world.Team.Members, member => SecondCardsOf(world, member).Count == 0);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(1), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([Reminder], SecondCardsOf(world, member)));
    }

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(412, "PreconditionFailed")]
    public async Task A_second_card_that_Teams_puts_off_comes_later_and_once(int status, string code)
    {
        await using var world = await WithRemindersAsync(members: 5);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), Sends(world.Team.Members[2]));

        await world.WorkAfterAsync(HalfWay, Ct);
        Assert.Empty(SecondCardsOf(world, world.Team.Members[2]));
        for (var look = 0; look < 2; look++) await world.WorkAfterAsync(TimeSpan.FromSeconds(2), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([Reminder], SecondCardsOf(world, member)));
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", "Teams admin center")]
    [InlineData(401, "BotNotRegistered", "MicrosoftAppId")]
    public async Task A_bot_that_nobody_may_hear_half_way_says_what_to_do_and_goes_on_once_it_is_mended(int status, string code, string says)
    {
        await using var world = await WithRemindersAsync(members: 30);
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), request => request is { IsSend: true, Person: not null }, times: int.MaxValue);

        await world.WorkAfterAsync(HalfWay, Ct);
        Assert.InRange(world.Teams.Requests.All.Count(recorded => recorded.Status == status), 1, 20);
        Assert.Contains(world.Bot.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(says, StringComparison.Ordinal) && line.Text.Contains("second cards", StringComparison.Ordinal));
        world.Teams.Faults.Clear();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([Reminder], SecondCardsOf(world, member)));
    }

    [Fact]
    public async Task A_look_whose_instance_died_is_gone_on_with_by_another_which_reminds_nobody_twice_and_leaves_out_a_hundred_at_the_most()
    {
        await using var world = await WithRemindersAsync(members: 130);
        await world.OpenInstalledAsync(Ct);
        await using var other = await world.SecondInstanceAsync(Ct);
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        world.OnSends(death.Cancel);
        world.Time.Advance(HalfWay);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
        await world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(death.Token);
        world.Teams.Faults.Clear();
        var before = world.Team.Members.Sum(member => SecondCardsOf(world, member).Count);

        for (var look = 0; look < 4; look++)
        {
            await other.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);
            world.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(before, 1, 99);
        Assert.All(world.Team.Members, member => Assert.InRange(SecondCardsOf(world, member).Count, 0, 1));
        Assert.Equal(before + 30, world.Team.Members.Sum(member => SecondCardsOf(world, member).Count));
    }

    [Fact]
    public async Task A_look_that_was_cut_short_sends_nobody_the_same_card_again()
    {
        await using var world = await WithRemindersAsync(members: 60);
        await world.OpenInstalledAsync(Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        world.OnSends(stop.Cancel);
        world.Time.Advance(HalfWay);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
        await world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(stop.Token);
        world.Teams.Faults.Clear();
        Assert.InRange(world.Team.Members.Sum(member => SecondCardsOf(world, member).Count), 1, 59);

        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);

        Assert.All(world.Team.Members, member => Assert.InRange(SecondCardsOf(world, member).Count, 0, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_claim_whose_answer_was_lost_is_dealt_with_once(bool isRepeated)
    {
        await using var world = await WithRemindersAsync(members: 3);
        await world.OpenInstalledAsync(Ct);
        var (stored, lost) = (world.Bot.Services.GetRequiredService<IRoundStore>(), false);
        var rounds = new Mock<IRoundStore>(MockBehavior.Strict);
        rounds.Setup(it => it.FindAsync(It.IsAny<RoundId>(), It.IsAny<CancellationToken>())).Returns((RoundId id, CancellationToken ct) => stored.FindAsync(id, ct));
        rounds.Setup(it => it.SaveAsync(It.IsAny<Round>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(async (Round round, string version, CancellationToken ct) =>
        {
            await stored.SaveAsync(round, version, ct);
            (var before, lost) = (lost, true);
            if (before) return SaveOutcome.Saved;
            // The storage library repeats a write, which then meets itself; or it gives up.
            return isRepeated ? SaveOutcome.Conflict : throw new StorageUnavailableException("Scripted.");
        });
        var look = ActivatorUtilities.CreateInstance<HalfWayCards>(world.Bot.Services, rounds.Object);
        world.Time.Advance(HalfWay);

        if (!isRepeated) await Assert.ThrowsAsync<StorageUnavailableException>(() => look.RunAsync(world.Round(), () => true, Ct));
        Assert.Null(await look.RunAsync(world.Round(), () => true, Ct));

        Assert.All(world.Team.Members, member => Assert.Equal([Reminder], SecondCardsOf(world, member)));
    }

    [Fact]
    public async Task A_look_that_the_night_cuts_short_goes_on_in_the_morning()
    {
        await using var world = await World.StartAsync(emulator, members: 30, Ct, settings: [new("RetroBot:QuietHours", "00:01-08:00")]);
        await RemindAsync(world);
        await world.OpenInstalledAsync(Ct);
        var sent = 0;
        world.OnSends(() =>
        {
            if (Interlocked.Increment(ref sent) == 1) world.Time.Advance(TimeSpan.FromMinutes(2));
        });

        // Opened on Monday at noon: half-way is midnight.
        await world.WorkAfterAsync(HalfWay, Ct);
        Assert.InRange(world.Team.Members.Sum(member => SecondCardsOf(world, member).Count), 1, 29);
        await world.WorkAfterAsync(TimeSpan.FromHours(8), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([Reminder], SecondCardsOf(world, member)));
    }

    [Fact]
    public async Task An_outage_drops_no_card_that_may_not_have_come_before_and_after_five_tries_the_reminders()
    {
        await using var world = await WithRemindersAsync(members: 3);
        var lost = world.Team.Members[2];
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), Sends(lost));
        await world.OpenInstalledAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), request => request is { IsSend: true, Person: not null }, times: int.MaxValue);
        await world.WorkAfterAsync(HalfWay, Ct);
        for (var look = 0; look < 8; look++) await world.WorkAfterAsync(TimeSpan.FromMinutes(6), Ct);
        world.Teams.Faults.Clear();

        await world.WorkAfterAsync(TimeSpan.FromMinutes(6), Ct);

        Assert.Equal([MayHaveComeBefore], SecondCardsOf(world, lost));
        Assert.All(world.Team.Members.Take(2), member => Assert.Empty(SecondCardsOf(world, member)));
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
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), Sends(putOff), times: int.MaxValue);

        await world.WorkAfterAsync(HalfWay, Ct);
        Assert.All(world.Team.Members.Except([putOff]), member => Assert.Equal([MayHaveComeBefore], SecondCardsOf(world, member)));
        world.Teams.Faults.Clear();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(6), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([MayHaveComeBefore], SecondCardsOf(world, member)));
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

        await world.WorkAfterAsync(HalfWay, Ct);
        var first = RosterReads(world) - read;
        for (var storm = 0; storm < 3; storm++)
        {
            world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(20)), request => request is { IsSend: true, Person: not null });
            await world.WorkAfterAsync(TimeSpan.FromSeconds(20), Ct);
        }
        await world.WorkAfterAsync(TimeSpan.FromSeconds(20), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([MayHaveComeBefore], SecondCardsOf(world, member)));
        Assert.Equal(first, RosterReads(world) - read);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_is_told_that_they_have_not_answered_once_the_round_is_closed_or_its_team_is_gone(bool isClosed)
    {
        await using var world = await WithRemindersAsync(members: 3);
        await world.OpenInstalledAsync(Ct);
        var stored = world.Bot.Services.GetRequiredService<IAnswerStore>();
        var (asked, end) = (new ConcurrentDictionary<ParticipantKey, bool>(), new Lazy<Task>(() => isClosed ? CloseUnsentAsync(world) : world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct)));
        var answers = new Mock<IAnswerStore>(MockBehavior.Strict);
        answers.Setup(it => it.IncludesAsync(It.IsAny<RoundId>(), It.IsAny<ParticipantKey>(), It.IsAny<CancellationToken>())).Returns(async (RoundId round, ParticipantKey participant, CancellationToken ct) =>
        {
            // The last time that somebody's answer is asked for comes behind the end, which has deleted it.
            if (!asked.TryAdd(participant, true)) await end.Value;
            return await stored.IncludesAsync(round, participant, ct);
        });
        var look = ActivatorUtilities.CreateInstance<HalfWayCards>(world.Bot.Services, ActivatorUtilities.CreateInstance<SecondCardSender>(world.Bot.Services, answers.Object));
        world.Time.Advance(HalfWay);

        Assert.Null(await look.RunAsync(world.Round(), () => true, Ct));

        Assert.Equal(3, asked.Count);
        Assert.True(end.Value.IsCompletedSuccessfully);
        Assert.All(world.Team.Members, member => Assert.Empty(SecondCardsOf(world, member)));
    }

    private async Task<World> WithRemindersAsync(int members)
    {
        var world = await World.StartAsync(emulator, members, Ct);
        await RemindAsync(world);
        return world;
    }

    private static async Task CloseUnsentAsync(World world)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
    }

    private static async Task RemindAsync(World world)
    {
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "friday", ["time"] = "09:30", ["zone"] = "UTC", ["openDays"] = "3", ["reminds"] = "true" }, Ct);
    }

    private static int RosterReads(World world) => world.Teams.Requests.All.Count(recorded => recorded.Request.IsRosterRead);

    private static Func<ConnectorRequest, bool> Sends(SimulatedPerson person) => request => request.IsSend && request.Person == person;

    private static List<string> CardsOf(World world, SimulatedPerson person) =>
        [.. world.Teams.Inbox(person).Select(received => received.Card?.GetRawText() ?? "").Where(card => card.Contains(CheckInCard.Verb, StringComparison.Ordinal))];

    /// <summary>Why each second card came.</summary>
    private static List<string> SecondCardsOf(World world, SimulatedPerson person) =>
        [.. CardsOf(world, person).SelectMany(card => ((string[])[Reminder, MayHaveComeBefore]).Where(reason => card.Contains(reason, StringComparison.Ordinal)))];
}
