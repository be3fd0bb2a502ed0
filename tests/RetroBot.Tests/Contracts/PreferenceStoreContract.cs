using NodaTime;
using RetroBot.Core.People;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class PreferenceStoreContract : StoreContract
{
    private static readonly UserId User = new("user");

    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task What_a_person_said_last_is_kept(string id)
    {
        var (tenant, user) = (new TenantId(id), new UserId(id));
        await Stores.Preferences.SaveAsync(tenant, user, new(Samples.Friday + Duration.FromNanoseconds(1), Stopped: true), Ct);
        var last = new Preferences(Samples.Friday, Stopped: false);
        await Stores.Preferences.SaveAsync(tenant, user, last, Ct);
        Assert.Equal(last, await Stores.Preferences.OfAsync(tenant, user, Ct));
        Assert.Equal([(user, last)], await Stores.Preferences.AllAsync(tenant, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Who_never_said_anything_has_the_default() =>
        Assert.Equal(Preferences.Default, await Stores.Preferences.OfAsync(Samples.Tenant, User, Ct));

    [Fact]
    public async Task Going_back_to_the_default_leaves_no_row()
    {
        await Stores.Preferences.SaveAsync(Samples.Tenant, User, new(null, Stopped: true), Ct);
        await Stores.Preferences.SaveAsync(Samples.Tenant, User, Preferences.Default, Ct);
        await Stores.Preferences.SaveAsync(Samples.Tenant, User, Preferences.Default, Ct);
        Assert.Equal(Preferences.Default, await Stores.Preferences.OfAsync(Samples.Tenant, User, Ct));
        Assert.Empty(await Stores.Preferences.AllAsync(Samples.Tenant, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_tenant_is_read_whole_and_alone()
    {
        await Stores.Preferences.SaveAsync(new TenantId(Samples.Tenant.Value + "0"), User, new(null, Stopped: true), Ct);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_050), Ct, async (i, ct) => await Stores.Preferences.SaveAsync(Samples.Tenant, new UserId($"user-{i}"), new(null, Stopped: true), ct));
        Assert.Equal(1_050, await Stores.Preferences.AllAsync(Samples.Tenant, Ct).Select(entry => entry.User).Distinct().CountAsync(Ct));
    }
}
