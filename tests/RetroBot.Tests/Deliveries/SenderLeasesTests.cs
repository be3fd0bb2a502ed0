using Moq;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
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
            Assert.Empty((await other.LookAsync(Ct)).Dead);
            Assert.False(await other.TryHoldAsync(Samples.Tenant, Ct));
            time.Advance(SenderLeases.Renewal);
            await one.RenewAsync(Samples.Tenant, Ct);
            Assert.True(one.Holds(Samples.Tenant));
        }
    }

    [Fact]
    public async Task A_dead_holder_s_lease_is_taken_over_after_12_seconds_and_not_before()
    {
        var (dead, other) = (NewInstance(), NewInstance());
        await dead.TryHoldAsync(Samples.Tenant, Ct);
        Assert.Empty((await other.LookAsync(Ct)).Dead);
        time.Advance(TimeSpan.FromSeconds(11.9));
        Assert.Empty((await other.LookAsync(Ct)).Dead);
        Assert.False(await other.TryHoldAsync(Samples.Tenant, Ct));

        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal([Samples.Tenant], (await other.LookAsync(Ct)).Dead);
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
        Assert.Empty((await other.LookAsync(Ct)).Dead);
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
        await one.ReleaseAllAsync(_ => true, Ct);
        await other.LookAsync(Ct);

        Assert.True(await other.TryHoldAsync(Samples.Tenant, Ct));
        Assert.False(one.Holds(Samples.Tenant));
    }

    [Fact]
    public async Task A_renewal_that_nobody_heard_of_does_not_lose_the_lease()
    {
        var store = Unheard(renewal => renewal == 1, _ => throw new StorageUnavailableException("Scripted."));
        var held = new SenderLeases(store, time);
        await held.TryHoldAsync(Samples.Tenant, Ct);
        time.Advance(TimeSpan.FromSeconds(6));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => held.RenewAsync(Samples.Tenant, Ct));
        Assert.True(held.Holds(Samples.Tenant));

        await held.RenewAsync(Samples.Tenant, Ct);
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.True(held.Holds(Samples.Tenant));
        Assert.True(await held.TryHoldAsync(Samples.Tenant, Ct));
    }

    [Fact]
    public async Task A_lease_that_its_holder_knows_again_late_is_written_anew_before_it_counts_as_renewed()
    {
        var (held, other) = (new SenderLeases(Unheard(renewal => renewal == 1, _ => throw new StorageUnavailableException("Scripted.")), time), NewInstance());
        await held.TryHoldAsync(Samples.Tenant, Ct);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => held.RenewAsync(Samples.Tenant, Ct));
        Assert.Empty((await other.LookAsync(Ct)).Dead);
        time.Advance(TimeSpan.FromSeconds(11));
        await held.RenewAsync(Samples.Tenant, Ct);
        Assert.True(held.Holds(Samples.Tenant));

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty((await other.LookAsync(Ct)).Dead);
        Assert.False(await other.TryHoldAsync(Samples.Tenant, Ct));
    }

    [Fact]
    public async Task A_renewal_that_gets_no_answer_keeps_no_other_lease_from_being_renewed()
    {
        var never = new TaskCompletionSource<string?>();
        var held = new SenderLeases(Unheard(renewal => renewal == 1, _ => never.Task), time);
        var other = new TenantId("other");
        await held.TryHoldAsync(Samples.Tenant, Ct);
        await held.TryHoldAsync(other, Ct);
        time.Advance(TimeSpan.FromSeconds(7));

        var slow = held.RenewAsync(Samples.Tenant, Ct);
        await held.RenewAsync(other, Ct);
        time.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal((true, false), (held.Holds(other), held.Holds(Samples.Tenant)));
        Assert.False(slow.IsCompleted);
    }

    /// <summary>The real store; of some renewals, which take effect, the holder hears something else.</summary>
    private ISenderLeaseStore Unheard(Func<int, bool> which, Func<string?, Task<string?>> heard)
    {
        var renewals = 0;
        var store = new Mock<ISenderLeaseStore>(MockBehavior.Strict);
        store.Setup(it => it.AddAsync(It.IsAny<SenderLease>(), It.IsAny<CancellationToken>())).Returns((SenderLease lease, CancellationToken ct) => Stores.Senders.AddAsync(lease, ct));
        store.Setup(it => it.RenewAsync(It.IsAny<SenderLease>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(async (SenderLease lease, string version, CancellationToken ct) =>
        {
            var renewed = await Stores.Senders.RenewAsync(lease, version, ct);
            return which(Interlocked.Increment(ref renewals)) ? await heard(renewed) : renewed;
        });
        return store.Object;
    }

    private SenderLeases NewInstance() => new(Stores.Senders, time);
}
