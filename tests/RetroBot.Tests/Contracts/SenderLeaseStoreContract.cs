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
        await Stores.Senders.RemoveAsync(LeaseOf(Samples.Tenant), first, Ct);
        Assert.Single(await Stores.Senders.AllAsync(Ct).ToListAsync(Ct));
        await Stores.Senders.RemoveAsync(LeaseOf(Samples.Tenant), second, Ct);
        await Stores.Senders.RemoveAsync(LeaseOf(Samples.Tenant), second, Ct);
        Assert.Empty(await Stores.Senders.AllAsync(Ct).ToListAsync(Ct));
        Assert.Null(await Stores.Senders.RenewAsync(LeaseOf(Samples.Tenant), second, Ct));
    }

    [Fact]
    public async Task A_holder_that_did_not_hear_of_its_last_renewal_gives_the_lease_back_all_the_same()
    {
        var own = LeaseOf(Samples.Tenant);
        var first = (await Stores.Senders.AddAsync(own, Ct))!;
        await Stores.Senders.RenewAsync(own, first, Ct);

        await Stores.Senders.RemoveAsync(own, first, Ct);

        Assert.Empty(await Stores.Senders.AllAsync(Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_holder_that_did_not_hear_of_its_own_write_writes_it_anew_and_nobody_else_does()
    {
        var (own, other) = (LeaseOf(Samples.Tenant), LeaseOf(Samples.Tenant));
        var first = (await Stores.Senders.AddAsync(own, Ct))!;
        var again = await AssertWrittenAnewAsync(await Stores.Senders.AddAsync(own, Ct), first);
        Assert.Null(await Stores.Senders.AddAsync(other, Ct));

        var unheard = (await Stores.Senders.RenewAsync(own, again, Ct))!;
        var second = await AssertWrittenAnewAsync(await Stores.Senders.RenewAsync(own, again, Ct), unheard);
        Assert.Null(await Stores.Senders.RenewAsync(other, unheard, Ct));

        var taken = await Stores.Senders.RenewAsync(other, second, Ct);
        Assert.NotNull(taken);
        Assert.Null(await Stores.Senders.RenewAsync(own, second, Ct));
        Assert.Null(await Stores.Senders.AddAsync(own, Ct));
    }

    /// <summary>Whoever looks sees that the holder lives.</summary>
    private async Task<string> AssertWrittenAnewAsync(string? version, string before)
    {
        Assert.NotNull(version);
        Assert.NotEqual(before, version);
        Assert.Equal(version, (await Stores.Senders.AllAsync(Ct).SingleAsync(Ct)).Version);
        return version;
    }

    /// <summary>Of a holder of its own.</summary>
    private static SenderLease LeaseOf(TenantId tenant) => new(tenant, Guid.NewGuid());
}
