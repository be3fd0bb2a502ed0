using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class SenderLeaseStoreContract : StoreContract
{
    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task A_lease_is_read_as_it_was_written(string id)
    {
        var version = await Stores.Senders.AddAsync(LeaseOf(new TenantId(id)), Ct);
        Assert.Equal([new(new TenantId(id), version!)], await Stores.Senders.AllAsync(Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_many_who_want_a_lease_at_once_one_has_it()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Stores.Senders.AddAsync(LeaseOf(Samples.Tenant), Ct)));
        Assert.Single(versions, version => version is not null);
    }

    [Fact]
    public async Task Of_many_who_take_an_abandoned_lease_over_one_does_and_its_holder_finds_out()
    {
        var first = (await Stores.Senders.AddAsync(LeaseOf(Samples.Tenant), Ct))!;
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Stores.Senders.RenewAsync(LeaseOf(Samples.Tenant), first, Ct)));
        Assert.Single(versions, version => version is not null);
        Assert.Null(await Stores.Senders.RenewAsync(LeaseOf(Samples.Tenant), first, Ct));
    }

    [Fact]
    public async Task A_lease_changes_with_every_renewal()
    {
        List<string?> versions = [await Stores.Senders.AddAsync(LeaseOf(Samples.Tenant), Ct)];
        for (var renewal = 0; renewal < 5; renewal++) versions.Add(await Stores.Senders.RenewAsync(LeaseOf(Samples.Tenant), versions[^1]!, Ct));
        Assert.Equal(6, versions.Distinct().Count(version => version is not null));
    }

    [Fact]
    public async Task A_lease_is_given_back_by_who_holds_it_and_by_nobody_else()
    {
        var first = (await Stores.Senders.AddAsync(LeaseOf(Samples.Tenant), Ct))!;
        var second = (await Stores.Senders.RenewAsync(LeaseOf(Samples.Tenant), first, Ct))!;
        await Stores.Senders.RemoveAsync(Samples.Tenant, first, Ct);
        Assert.Single(await Stores.Senders.AllAsync(Ct).ToListAsync(Ct));
        await Stores.Senders.RemoveAsync(Samples.Tenant, second, Ct);
        await Stores.Senders.RemoveAsync(Samples.Tenant, second, Ct);
        Assert.Empty(await Stores.Senders.AllAsync(Ct).ToListAsync(Ct));
        Assert.Null(await Stores.Senders.RenewAsync(LeaseOf(Samples.Tenant), second, Ct));
    }

    [Fact]
    public async Task A_holder_that_did_not_hear_of_its_own_write_knows_it_again_and_nobody_else_does()
    {
        var (own, other) = (LeaseOf(Samples.Tenant), LeaseOf(Samples.Tenant));
        var first = (await Stores.Senders.AddAsync(own, Ct))!;
        Assert.Equal(first, await Stores.Senders.AddAsync(own, Ct));
        Assert.Null(await Stores.Senders.AddAsync(other, Ct));

        var unheard = await Stores.Senders.RenewAsync(own, first, Ct);
        Assert.Equal(unheard, await Stores.Senders.RenewAsync(own, first, Ct));
        Assert.Null(await Stores.Senders.RenewAsync(other, first, Ct));

        var taken = await Stores.Senders.RenewAsync(other, unheard!, Ct);
        Assert.NotNull(taken);
        Assert.Null(await Stores.Senders.RenewAsync(own, unheard!, Ct));
    }

    /// <summary>Of a holder of its own.</summary>
    private static SenderLease LeaseOf(TenantId tenant) => new(tenant, Guid.NewGuid());
}
