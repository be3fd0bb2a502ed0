using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>The look half-way through a round, where something ends it: a death, a lost answer, the night, the round itself.</summary>
public sealed class HalfWayCutShortTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_look_whose_instance_died_is_gone_on_with_by_another_which_reminds_nobody_twice_and_leaves_out_a_hundred_at_the_most()
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 130, Ct);
        await world.OpenInstalledAsync(Ct);
        await using var other = await world.SecondInstanceAsync(Ct);
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        world.OnSends(death.Cancel);
        world.Time.Advance(SecondCards.HalfWay);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
        await world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(death.Token);
        world.Teams.Faults.Clear();
        var before = world.Team.Members.Sum(member => SecondCards.Of(world, member).Count);

        for (var look = 0; look < 4; look++)
        {
            await other.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);
            world.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(before, 1, 99);
        Assert.All(world.Team.Members, member => Assert.InRange(SecondCards.Of(world, member).Count, 0, 1));
        Assert.Equal(before + 30, world.Team.Members.Sum(member => SecondCards.Of(world, member).Count));
    }

    [Fact]
    public async Task A_look_that_was_cut_short_sends_nobody_the_same_card_again()
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 60, Ct);
        await world.OpenInstalledAsync(Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        world.OnSends(stop.Cancel);
        world.Time.Advance(SecondCards.HalfWay);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
        await world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(stop.Token);
        world.Teams.Faults.Clear();
        Assert.InRange(world.Team.Members.Sum(member => SecondCards.Of(world, member).Count), 1, 59);

        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);

        Assert.All(world.Team.Members, member => Assert.InRange(SecondCards.Of(world, member).Count, 0, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_claim_whose_answer_was_lost_is_dealt_with_once(bool isRepeated)
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 3, Ct);
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
        world.Time.Advance(SecondCards.HalfWay);

        if (!isRepeated) await Assert.ThrowsAsync<StorageUnavailableException>(() => look.RunAsync(world.Round(), () => true, Ct));
        Assert.Null(await look.RunAsync(world.Round(), () => true, Ct));

        Assert.All(world.Team.Members, member => Assert.Equal([SecondCards.Reminder], SecondCards.Of(world, member)));
    }

    [Fact]
    public async Task A_look_that_the_night_cuts_short_goes_on_in_the_morning()
    {
        await using var world = await World.StartAsync(emulator, members: 30, Ct, settings: [new("RetroBot:QuietHours", "00:01-08:00")]);
        await SecondCards.RemindAsync(world, Ct);
        await world.OpenInstalledAsync(Ct);
        var sent = 0;
        world.OnSends(() =>
        {
            if (Interlocked.Increment(ref sent) == 1) world.Time.Advance(TimeSpan.FromMinutes(2));
        });

        // Opened on Monday at noon: half-way is midnight.
        await world.WorkAfterAsync(SecondCards.HalfWay, Ct);
        Assert.InRange(world.Team.Members.Sum(member => SecondCards.Of(world, member).Count), 1, 29);
        await world.WorkAfterAsync(TimeSpan.FromHours(8), Ct);

        Assert.All(world.Team.Members, member => Assert.Equal([SecondCards.Reminder], SecondCards.Of(world, member)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_is_told_that_they_have_not_answered_once_the_round_is_closed_or_its_team_is_gone(bool isClosed)
    {
        await using var world = await SecondCards.WithRemindersAsync(emulator, members: 3, Ct);
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
        world.Time.Advance(SecondCards.HalfWay);

        Assert.Null(await look.RunAsync(world.Round(), () => true, Ct));

        Assert.Equal(3, asked.Count);
        Assert.True(end.Value.IsCompletedSuccessfully);
        Assert.All(world.Team.Members, member => Assert.Empty(SecondCards.Of(world, member)));
    }

    private static async Task CloseUnsentAsync(World world)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
    }
}
