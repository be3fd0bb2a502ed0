using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Simulation;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>Sending is interrupted by storage, by a stop, by a defect, or by another instance: nobody is left out, and nobody gets two.</summary>
public sealed class InterruptedSendTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_that_goes_away_while_cards_are_sent_costs_nobody_the_card_and_brings_nobody_two()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 80, Ct, gate.ConnectionString);
        await world.InstallAsync(Ct);
        world.OnSends(gate.Shut);

        await world.OpenInstalledAsync(Ct);
        Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);
        world.Teams.Faults.Clear();
        gate.Open();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(5), Ct);

        world.AssertEverybodyHasOneCard();
        Assert.Equal("", await world.StatusAsync(Ct));
    }

    [Fact]
    public async Task A_stop_while_cards_are_sent_costs_nobody_the_card_and_brings_nobody_two()
    {
        await using var world = await World.StartAsync(emulator, members: 80, Ct);
        await world.InstallAsync(Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        world.OnSends(stop.Cancel);
        await world.OpenUnsentAsync(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Bot.Services.GetRequiredService<RoundDelivery>().RunAsync(world.Round(), () => true, stop.Token));
        Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);
        Assert.DoesNotContain(await world.LinesAsync(Ct), line => line.State == DeliveryState.Attempting);
        world.Teams.Faults.Clear();
        // A new process knows what the ledger knows.
        await using var next = await world.SecondInstanceAsync(Ct);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await next.WorkAsync(Ct);

        world.AssertEverybodyHasOneCard();
        Assert.Equal("", await world.StatusAsync(Ct));
    }

    [Fact]
    public async Task A_fault_at_one_persons_card_leaves_the_others_cards_alone()
    {
        var person = new TaskCompletionSource<SimulatedPerson>();
        await using var world = await World.StartAsync(emulator, members: 40, Ct, change: services => SendThrough(services, person, () => throw new InvalidOperationException("Scripted.")));
        person.SetResult(world.Team.Members[12]);
        await world.InstallAsync(Ct);

        await world.OpenInstalledAsync(Ct);
        Assert.Contains(world.Bot.Log.Lines, line => line.Text.Contains("Scripted.", StringComparison.Ordinal));
        Assert.All(world.Team.Members.Where(member => member != world.Team.Members[12]), member => Assert.Single(world.Teams.Inbox(member)));

        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);
        Assert.Equal("Sent, arrival not confirmed: 1", await world.StatusAsync(Ct));
        Assert.True(await world.IsDeliveredAsync(Ct));
    }

    [Fact]
    public async Task A_send_under_way_in_one_instance_is_left_to_it_by_another()
    {
        var (person, begun, answer) = (new TaskCompletionSource<SimulatedPerson>(), new TaskCompletionSource(), new TaskCompletionSource<SendResult>());
        await using var world = await World.StartAsync(emulator, members: 5, Ct, change: services => SendThrough(services, person, () =>
        {
            begun.TrySetResult();
            return answer.Task;
        }));
        person.SetResult(world.Team.Members[2]);
        await world.InstallAsync(Ct);
        await world.OpenUnsentAsync(Ct);
        var first = world.Bot.Services.GetRequiredService<RoundDelivery>().RunAsync(world.Round(), () => true, Ct);
        await begun.Task.WaitAsync(Ct);

        await using var second = await world.SecondInstanceAsync(Ct);
        Assert.NotNull(await second.Services.GetRequiredService<RoundDelivery>().RunAsync(world.Round(), () => true, Ct));
        Assert.Equal(DeliveryState.Attempting, await world.StateOfAsync(world.Team.Members[2], Ct));

        answer.SetResult(new SendResult.TryLater(Duration.FromMinutes(1)));
        Assert.NotNull(await first);
        Assert.Equal(DeliveryState.RetryAt, await world.StateOfAsync(world.Team.Members[2], Ct));
        Assert.False(await world.IsDeliveredAsync(Ct));
    }

    [Fact]
    public async Task A_send_whose_instance_died_is_unknown_after_two_minutes_and_never_repeated()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await world.OpenUnsentAsync(Ct);
        var ledger = world.Bot.Services.GetRequiredService<ILedger>();
        await world.Bot.Services.GetRequiredService<DeliveryPlanner>().PlanAsync(await world.StoredTeamAsync(Ct), world.Round(), Ct);
        var line = await ledger.OfAsync(world.Round(), Ct).SingleAsync(line => line.Value.User.Value == $"{world.Team.Members[2].ObjectId}", Ct);
        await ledger.MoveAsync(world.Round(), line.Value.Begun(new SendAttempt(Guid.NewGuid(), Instant.FromDateTimeOffset(world.Time.GetUtcNow()))), line.Version, Ct);

        await world.WorkAfterAsync(TimeSpan.FromSeconds(119), Ct);
        Assert.Equal(DeliveryState.Attempting, await world.StateOfAsync(world.Team.Members[2], Ct));
        await world.WorkAfterAsync(TimeSpan.FromSeconds(1), Ct);

        Assert.Equal(DeliveryState.Unknown, await world.StateOfAsync(world.Team.Members[2], Ct));
        Assert.True(await world.IsDeliveredAsync(Ct));
        Assert.Empty(world.Teams.Inbox(world.Team.Members[2]));
    }

    /// <summary>Sends through the channel, but for one person.</summary>
    private static void SendThrough(IServiceCollection services, TaskCompletionSource<SimulatedPerson> person, Func<Task<SendResult>> send)
    {
        var plain = services.Single(service => service.ServiceType == typeof(ICheckInSender));
        services.AddSingleton(provider =>
        {
            var channel = (ICheckInSender)ActivatorUtilities.CreateInstance(provider, plain.ImplementationType!);
            var sender = new Mock<ICheckInSender>(MockBehavior.Strict);
            sender.Setup(it => it.MakeChatAsync(It.IsAny<Delivery>(), It.IsAny<Team>(), It.IsAny<CancellationToken>())).Returns(channel.MakeChatAsync);
            sender.Setup(it => it.SendAsync(It.IsAny<Delivery>(), It.IsAny<CheckInInvitation>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
                .Returns(async (Delivery to, CheckInInvitation invitation, string conversation, CancellationToken ct) =>
                    to.ChannelAccount == (await person.Task).Id ? await send() : await channel.SendAsync(to, invitation, conversation, ct));
            return sender.Object;
        });
    }
}
