using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>Every member gets the card once, whatever the channel says.</summary>
public sealed class DeliveryTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_roster_of_several_pages_is_read_to_its_end()
    {
        await using var world = await World.StartAsync(emulator, members: 505, Ct);

        await world.OpenAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
        Assert.Equal(2, world.Teams.Requests.All.Count(request => request.ToString().Contains("pagedmembers", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(412, "PreconditionFailed")]
    public async Task A_send_that_the_channel_puts_off_arrives_later_and_once(int status, string code)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), on: request => request.IsSend && request.Person == world.Team.Members[2]);

        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await WorkWhileTimePassesAsync(world, TimeSpan.FromSeconds(1));

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
    }

    [Fact]
    public async Task A_send_whose_outcome_is_unknown_is_not_repeated_and_is_counted_as_such()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request => request.IsSend && request.Person == world.Team.Members[2]);

        await world.OpenInstalledAsync(Ct);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.Bot.WorkAsync(Ct);

        Assert.Single(world.Teams.Inbox(world.Team.Members[2]));
        Assert.Equal((0, 1), await SendingAsync(world));
    }

    [Fact]
    public async Task Whoever_blocked_or_lacks_the_bot_is_left_alone_and_counted_without_a_name()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.InstallAsync(Ct);
        world.Team.Members[1].HasBlockedTheBot = true;
        world.Team.Members[2].LacksTheApp = true;

        await world.OpenInstalledAsync(Ct);

        Assert.Equal((2, 0), await SendingAsync(world));
        var status = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText();
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.Name, status, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_roster_that_cannot_be_read_now_is_read_a_minute_later()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(500, "InternalServerError"));
        await world.OpenInstalledAsync(Ct);

        world.Teams.Faults.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await world.Bot.WorkAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
    }

    [Fact]
    public async Task A_channel_that_puts_off_for_long_is_left_for_other_teams_and_asked_again_later()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(503, "ServiceUnavailable"), on: request => request.IsSend && request.Person == world.Team.Members[2], times: int.MaxValue);

        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await WorkWhileTimePassesAsync(world, TimeSpan.FromSeconds(10));
        Assert.InRange(world.Time.GetUtcNow(), World.Start, World.Start.AddMinutes(30));
        Assert.Empty(world.Teams.Inbox(world.Team.Members[2]));

        world.Teams.Faults.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await world.Bot.WorkAsync(Ct);
        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
    }

    [Fact]
    public async Task Storage_that_goes_away_while_cards_are_sent_costs_nobody_the_card_and_brings_nobody_two()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 40, Ct, gate.ConnectionString);
        await world.InstallAsync(Ct);
        OnSends(world, gate.Shut);

        await world.OpenInstalledAsync(Ct);
        Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);
        world.Teams.Faults.Clear();
        gate.Open();
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.Bot.WorkAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
        Assert.Equal((0, 0), await SendingAsync(world));
    }

    [Fact]
    public async Task A_stop_while_cards_are_sent_costs_nobody_the_card_and_brings_nobody_two()
    {
        await using var world = await World.StartAsync(emulator, members: 40, Ct);
        await world.InstallAsync(Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        OnSends(world, stop.Cancel);
        var round = await OpenUnsentAsync(world);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Bot.Services.GetRequiredService<RoundDelivery>().RunAsync(round, stop.Token));
        Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);
        world.Teams.Faults.Clear();
        // A new process knows what the ledger knows.
        await using var next = await SecondInstanceAsync(world);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await next.WorkAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
        Assert.Equal((0, 0), await SendingAsync(world));
    }

    [Fact]
    public async Task A_fault_at_one_persons_card_leaves_the_others_cards_alone()
    {
        await using var world = await World.StartAsync(emulator, members: 40, Ct);
        await world.InstallAsync(Ct);
        var round = await OpenUnsentAsync(world);
        var delivery = DeliveryThrough(world, world.Team.Members[12], () => throw new InvalidOperationException("Scripted."));

        var fault = await Assert.ThrowsAsync<AggregateException>(() => delivery.RunAsync(round, Ct));
        Assert.Equal("Scripted.", Assert.Single(fault.InnerExceptions).Message);
        Assert.All(world.Team.Members.Where(member => member != world.Team.Members[12]), member => Assert.Single(world.Teams.Inbox(member)));

        await delivery.RunAsync(round, Ct);
        Assert.Equal((0, 1), await SendingAsync(world));
    }

    [Fact]
    public async Task A_send_under_way_in_one_instance_is_left_to_it_by_another()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var round = await OpenUnsentAsync(world);
        var (begun, answer, calls) = (new TaskCompletionSource(), new TaskCompletionSource<SendResult>(), 0);
        var first = DeliveryThrough(world, world.Team.Members[2], () =>
        {
            begun.TrySetResult();
            return ++calls == 1 ? answer.Task : Task.FromResult<SendResult>(new SendResult.Sent());
        }).RunAsync(round, Ct);
        await begun.Task.WaitAsync(Ct);

        await using var second = await SecondInstanceAsync(world);
        await second.Services.GetRequiredService<RoundDelivery>().RunAsync(round, Ct);
        Assert.Equal(0, (await SendingAsync(world)).Unconfirmed);
        Assert.False((await world.Bot.Services.GetRequiredService<IRoundStore>().FindAsync(round, Ct))!.Value.Delivered);

        answer.SetResult(new SendResult.TryLater(Duration.Zero));
        await first;
        Assert.Equal(2, calls);
        Assert.Equal((0, 0), await SendingAsync(world));
        Assert.True((await world.Bot.Services.GetRequiredService<IRoundStore>().FindAsync(round, Ct))!.Value.Delivered);
    }

    /// <summary>Opens a round whose cards are sent by nobody yet.</summary>
    private static async Task<RoundId> OpenUnsentAsync(World world)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
        var queue = world.Bot.Services.GetRequiredService<DeliveryQueue>();
        Assert.True(queue.TryTake(out var round));
        queue.Finished(round!);
        return round!;
    }

    private static void OnSends(World world, Action happens) =>
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request =>
        {
            if (request.IsSend) happens();
            return false;
        });

    /// <summary>Sends through the channel, but for one person.</summary>
    private static RoundDelivery DeliveryThrough(World world, SimulatedPerson person, Func<Task<SendResult>> send)
    {
        var channel = world.Bot.Services.GetRequiredService<ICheckInSender>();
        var sender = new Mock<ICheckInSender>();
        sender.Setup(it => it.SendAsync(It.IsAny<Delivery>(), It.IsAny<CheckInInvitation>(), It.IsAny<CancellationToken>()))
            .Returns((Delivery to, CheckInInvitation invitation, CancellationToken ct) =>
                to.ChannelAccount == person.Id ? send() : channel.SendAsync(to, invitation, ct));
        return ActivatorUtilities.CreateInstance<RoundDelivery>(world.Bot.Services, sender.Object);
    }

    /// <summary>Another process on the same tables, with the same master key.</summary>
    private static Task<RunningBot> SecondInstanceAsync(World world)
    {
        var settings = world.Bot.Services.GetRequiredService<IConfiguration>();
        const string masterKey = "RetroBot:MasterKey:File";
        return RunningBot.StartAsync(settings["Storage:ConnectionString"]!, settings["Storage:TablePrefix"]!, world.Time,
            [new KeyValuePair<string, string?>(masterKey, settings[masterKey])], ct: Ct);
    }

    private static async Task WorkWhileTimePassesAsync(World world, TimeSpan step)
    {
        var work = world.Bot.WorkAsync(Ct);
        while (!work.IsCompleted)
        {
            world.Time.Advance(step);
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Ct));
        }
        await work;
    }

    /// <summary>The two numbers of the status card.</summary>
    private static async Task<(int NotReachable, int Unconfirmed)> SendingAsync(World world)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "status", ct: Ct);
        var facts = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetProperty("body").EnumerateArray()
            .Single(element => element.GetProperty("type").ValueEquals("FactSet")).GetProperty("facts").EnumerateArray()
            .Select(fact => int.Parse(fact.GetProperty("value").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (facts[0], facts[1]);
    }
}
