using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Deliveries;
using RetroBot.Host.Deliveries;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>Two instances on the same tables: one sends, and when it is gone the other goes on; nobody gets two cards, and nobody none.</summary>
public sealed class TakeoverTests(StorageEmulator emulator)
{
    private static readonly TimeSpan WithinWhichSomebodyTakesOver = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sender_that_died_in_the_middle_is_followed_by_another_within_30_seconds()
    {
        await using var world = await World.StartAsync(emulator, members: 90, Ct);
        await world.InstallAsync(Ct);
        await using var other = await world.SecondInstanceAsync(Ct);
        await DieInTheMiddleAsync(world);
        Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);

        for (var passed = TimeSpan.Zero; passed <= WithinWhichSomebodyTakesOver; passed += TimeSpan.FromSeconds(5))
        {
            await other.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);
            if (passed < TimeSpan.FromSeconds(10)) Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);
            world.Time.Advance(TimeSpan.FromSeconds(5));
        }

        world.AssertEverybodyHasOneCard();
        Assert.True(await world.IsDeliveredAsync(Ct));
        Assert.Empty(await world.RowsAsync("senders", Ct));
    }

    [Fact]
    public async Task Two_who_work_at_the_same_time_send_everybody_one_card()
    {
        await using var world = await World.StartAsync(emulator, members: 60, Ct);
        await world.InstallAsync(Ct);
        await using var other = await world.SecondInstanceAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);

        await Task.WhenAll(world.Bot.WorkAsync(Ct), other.WorkAsync(Ct));
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(world.Bot.WorkAsync(Ct), other.WorkAsync(Ct));

        world.AssertEverybodyHasOneCard();
        Assert.True(await world.IsDeliveredAsync(Ct));
    }

    [Fact]
    public async Task Whoever_does_not_hold_the_lease_sends_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await using var other = await world.SecondInstanceAsync(Ct);
        await world.Bot.Services.GetRequiredService<ISenderLeaseStore>().AddAsync(new SenderLease(world.Round().Team.Tenant, Guid.NewGuid()), Ct);
        await other.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);

        await world.OpenInstalledAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Empty(world.Teams.Inbox(member)));
    }

    [Fact]
    public async Task A_lease_that_is_held_with_nothing_to_send_is_given_back()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        Assert.True(await world.Bot.Services.GetRequiredService<SenderLeases>().TryHoldAsync(world.Round().Team.Tenant, Ct));
        Assert.Single(await world.RowsAsync("senders", Ct));

        await world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);

        Assert.Empty(await world.RowsAsync("senders", Ct));
    }

    [Fact]
    public async Task What_is_remembered_of_a_round_goes_with_the_lease()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(412, "PreconditionFailed"), on: request => request.IsSend && request.Person == world.Team.Members[2], times: int.MaxValue);
        await world.OpenInstalledAsync(Ct);
        var (queue, tenant) = (world.Bot.Services.GetRequiredService<DeliveryQueue>(), world.Round().Team.Tenant);
        Assert.True(queue.Has(tenant));
        var (store, lease) = (world.Bot.Services.GetRequiredService<ISenderLeaseStore>(), new SenderLease(tenant, Guid.NewGuid()));
        var version = (await store.AllAsync(Ct).SingleAsync(Ct)).Version;
        Assert.NotNull(await store.RenewAsync(lease, version, Ct));

        await world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);

        Assert.False(queue.Has(tenant));
        Assert.False(world.Bot.Services.GetRequiredService<SenderLeases>().Holds(tenant));
    }

    [Fact]
    public async Task Cards_that_are_left_at_a_stop_are_sent_by_another_within_30_seconds()
    {
        await using var world = await World.StartAsync(emulator, members: 90, Ct);
        await world.InstallAsync(Ct);
        await DieInTheMiddleAsync(world);
        await world.Bot.Services.GetRequiredService<DeliveryWorker>().StopAsync(Ct);
        Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);
        await using var other = await world.SecondInstanceAsync(Ct);

        for (var passed = TimeSpan.Zero; passed <= WithinWhichSomebodyTakesOver; passed += TimeSpan.FromSeconds(5))
        {
            await other.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);
            world.Time.Advance(TimeSpan.FromSeconds(5));
        }

        world.AssertEverybodyHasOneCard();
        Assert.Empty(await world.RowsAsync("senders", Ct));
    }

    [Fact]
    public async Task A_stop_with_nothing_left_gives_the_lease_back()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        Assert.True(await world.Bot.Services.GetRequiredService<SenderLeases>().TryHoldAsync(world.Round().Team.Tenant, Ct));

        await world.Bot.Services.GetRequiredService<DeliveryWorker>().StopAsync(Ct);

        Assert.Empty(await world.RowsAsync("senders", Ct));
    }

    /// <summary>It knows of the other's lease, and not yet that it was given back: what is opened then is nobody's until the next look.</summary>
    [Fact]
    public async Task A_round_that_was_left_to_a_sender_which_had_just_ended_is_sent_at_the_next_look()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await using var other = await world.SecondInstanceAsync(Ct);
        var (store, tenant) = (world.Bot.Services.GetRequiredService<ISenderLeaseStore>(), world.Round().Team.Tenant);
        var lease = new SenderLease(tenant, Guid.NewGuid());
        var version = await store.AddAsync(lease, Ct);
        await other.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);
        await store.RemoveAsync(lease, version!, Ct);
        await world.OpenUnsentAsync(Ct);
        Assert.False(await other.Services.GetRequiredService<SenderLeases>().TryHoldAsync(tenant, Ct));

        await other.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);

        world.AssertEverybodyHasOneCard();
    }

    /// <summary>Its sends under way end, and it does nothing any more: not even give its lease back.</summary>
    private static async Task DieInTheMiddleAsync(World world)
    {
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        world.OnSends(death.Cancel);
        await world.OpenUnsentAsync(Ct);
        await world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(death.Token);
        world.Teams.Faults.Clear();
        Assert.Single(await world.RowsAsync("senders", Ct));
    }
}
