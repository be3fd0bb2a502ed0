using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RetroBot.Host.Deliveries;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>A tenant's rounds do not wait for each other.</summary>
public sealed class RoundsMeanwhileTests(StorageEmulator emulator)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan WaitsForTime = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LessThanALeaseLasts = TimeSpan.FromSeconds(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_that_opens_while_another_is_being_sent_is_sent_within_a_second()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        var other = world.Beside(members: 2, world.Team.Tenant);
        await other.InstallAsync(Ct);
        world.Teams.Faults.Add(new Fault.Delays(LessThanALeaseLasts), request => request.IsSend && request.Person == world.Team.Members[2]);
        await world.OpenUnsentAsync(Ct);
        var sending = world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);
        await world.Teams.WaitForAsync(() => world.Team.Members.All(member => world.Teams.Inbox(member).Count == 1), Patience, Ct);

        await other.OpenUnsentAsync(Ct);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Teams.WaitForAsync(() => other.Team.Members.All(member => world.Teams.Inbox(member).Count == 1), Patience, Ct);

        Assert.False(sending.IsCompleted);
        await PassUntilAsync(world, sending);
        Assert.True(await world.IsDeliveredAsync(Ct));
    }

    [Fact]
    public async Task Sixteen_rounds_of_a_tenant_are_sent_at_once_and_the_next_when_one_of_them_is()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);
        List<World> teams = [world, .. Enumerable.Range(0, 16).Select(_ => world.Beside(members: 1, world.Team.Tenant))];
        world.Teams.Faults.Add(new Fault.Delays(LessThanALeaseLasts), request => request is { IsSend: true, Person: not null }, times: int.MaxValue);
        foreach (var team in teams)
        {
            await team.InstallAsync(Ct);
            await team.OpenUnsentAsync(Ct);
        }

        var sending = world.Bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(Ct);
        await world.Teams.WaitForAsync(() => HaveCards() == 16, Patience, Ct);
        var queue = world.Bot.Services.GetRequiredService<DeliveryQueue>();
        var waiting = Assert.Single(queue.Take(world.Round().Team.Tenant, CardWave.First, Instant.MaxValue - Duration.Epsilon, atMost: 17));
        queue.PutOff(waiting, Instant.MinValue, Instant.MinValue);
        world.Teams.Faults.Clear();
        await PassUntilAsync(world, sending);

        Assert.Equal(17, HaveCards());

        int HaveCards() => teams.Count(team => team.Teams.Inbox(team.Team.Members[0]).Count == 1);
    }

    /// <summary>An answer may begin to be late after the clock was moved.</summary>
    private static async Task PassUntilAsync(World world, Task sending)
    {
        while (await Task.WhenAny(sending, Task.Delay(WaitsForTime, TimeProvider.System, Ct)) != sending)
        {
            await world.Bot.Services.GetRequiredService<SenderLeases>().RenewAsync(world.Round().Team.Tenant, Ct);
            world.Time.Advance(LessThanALeaseLasts);
        }
        await sending;
    }
}
