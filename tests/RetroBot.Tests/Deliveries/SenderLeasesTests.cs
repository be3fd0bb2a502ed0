using RetroBot.Host.Deliveries;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Contracts.AzureTables;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>Two instances and one lease, on one clock.</summary>
public sealed class SenderLeasesTests(StorageEmulator emulator) : TableTest(emulator)
{
    private readonly TestTime time = new(World.Start);

    [Fact]
    public async Task While_one_sends_the_other_does_not_however_long_that_takes()
    {
        var (one, other) = (NewInstance(), NewInstance());
        Assert.True(await one.TryHoldAsync(Samples.Tenant, Ct));
        for (var second = 0; second < 60; second += 2)
        {
            Assert.Empty(await other.LookAsync(Ct));
            Assert.False(await other.TryHoldAsync(Samples.Tenant, Ct));
            time.Advance(SenderLeases.Renewal);
            await one.RenewAsync(Ct);
            Assert.True(one.Holds(Samples.Tenant));
        }
    }

    [Fact]
    public async Task A_dead_holder_s_lease_is_taken_over_after_12_seconds_and_not_before()
    {
        var (dead, other) = (NewInstance(), NewInstance());
        await dead.TryHoldAsync(Samples.Tenant, Ct);
        Assert.Empty(await other.LookAsync(Ct));
        time.Advance(TimeSpan.FromSeconds(11.9));
        Assert.Empty(await other.LookAsync(Ct));
        Assert.False(await other.TryHoldAsync(Samples.Tenant, Ct));

        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal([Samples.Tenant], await other.LookAsync(Ct));
        Assert.True(await other.TryHoldAsync(Samples.Tenant, Ct));

        Assert.False(await dead.TryHoldAsync(Samples.Tenant, Ct));
        Assert.False(dead.Holds(Samples.Tenant));
    }

    [Fact]
    public async Task A_holder_that_cannot_renew_stops_before_anybody_takes_over()
    {
        var (held, other) = (NewInstance(), NewInstance());
        await held.TryHoldAsync(Samples.Tenant, Ct);
        await other.LookAsync(Ct);
        time.Advance(TimeSpan.FromSeconds(7.9));
        Assert.True(held.Holds(Samples.Tenant));
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(held.Holds(Samples.Tenant));
        Assert.Empty(await other.LookAsync(Ct));
    }

    [Fact]
    public async Task A_holder_that_was_slow_and_not_overtaken_goes_on()
    {
        var held = NewInstance();
        await held.TryHoldAsync(Samples.Tenant, Ct);
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.True(await held.TryHoldAsync(Samples.Tenant, Ct));
        Assert.True(held.Holds(Samples.Tenant));
    }

    [Fact]
    public async Task A_lease_that_is_given_back_can_be_had_at_once()
    {
        var (one, other) = (NewInstance(), NewInstance());
        await one.TryHoldAsync(Samples.Tenant, Ct);
        await other.LookAsync(Ct);
        await one.ReleaseAllAsync(Ct);
        await other.LookAsync(Ct);

        Assert.True(await other.TryHoldAsync(Samples.Tenant, Ct));
        Assert.False(one.Holds(Samples.Tenant));
    }

    private SenderLeases NewInstance() => new(Stores.Senders, time);
}
