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
        await SaveAsync(tenant, user, new(Samples.Friday + Duration.FromNanoseconds(1), Stopped: true), Ct);
        var last = new Preferences(Samples.Friday, Stopped: false);
        await SaveAsync(tenant, user, last, Ct);
        Assert.Equal(last, await Stores.Preferences.OfAsync(tenant, user, Ct));
        Assert.Equal([(user, last)], await Stores.Preferences.AllAsync(tenant, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Who_never_said_anything_has_the_default() =>
        Assert.Equal(Preferences.Default, await Stores.Preferences.OfAsync(Samples.Tenant, User, Ct));

    [Fact]
    public async Task Going_back_to_the_default_leaves_no_row()
    {
        await SaveAsync(Samples.Tenant, User, new(null, Stopped: true), Ct);
        await SaveAsync(Samples.Tenant, User, Preferences.Default, Ct);
        await SaveAsync(Samples.Tenant, User, Preferences.Default, Ct);
        Assert.Equal(Preferences.Default, await Stores.Preferences.OfAsync(Samples.Tenant, User, Ct));
        Assert.Empty(await Stores.Preferences.AllAsync(Samples.Tenant, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_language_is_kept_beside_a_pause_and_without_one_and_goes_alone()
    {
        await SaveAsync(Samples.Tenant, User, new(Samples.Friday, Stopped: false), Ct);
        await Stores.Preferences.ChangeAsync(Samples.Tenant, User, said => said with { Language = "pt-BR" }, Ct);
        Assert.Equal(new Preferences(Samples.Friday, Stopped: false) { Language = "pt-BR" }, await Stores.Preferences.OfAsync(Samples.Tenant, User, Ct));

        await Stores.Preferences.ChangeAsync(Samples.Tenant, User, said => said.AskedAgain(), Ct);
        Assert.Equal(Preferences.Default with { Language = "pt-BR" }, (await Stores.Preferences.AllAsync(Samples.Tenant, Ct).SingleAsync(Ct)).Preferences);

        await Stores.Preferences.ChangeAsync(Samples.Tenant, User, said => said with { Language = null }, Ct);
        Assert.Empty(await Stores.Preferences.AllAsync(Samples.Tenant, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_two_things_said_at_once_neither_is_lost()
    {
        var users = Enumerable.Range(0, 30).Select(number => new UserId($"user-{number}")).ToList();
        foreach (var user in users.Take(20)) await SaveAsync(Samples.Tenant, user, new(Samples.Friday, Stopped: false), Ct);

        await Task.WhenAll(users.SelectMany((user, index) => new[]
        {
            Stores.Preferences.ChangeAsync(Samples.Tenant, user, said => index < 10 ? said.AskedAgain() : said with { PausedUntil = null, Stopped = true }, Ct),
            Stores.Preferences.ChangeAsync(Samples.Tenant, user, said => said with { Language = "de" }, Ct),
        }));

        var kept = await Stores.Preferences.AllAsync(Samples.Tenant, Ct).ToDictionaryAsync(entry => entry.User, entry => entry.Preferences, cancellationToken: Ct);
        Assert.All(users, (user, index) => Assert.Equal(new Preferences(PausedUntil: null, Stopped: index >= 10) { Language = "de" }, kept[user]));
    }

    [Fact]
    public async Task A_tenant_is_read_whole_and_alone()
    {
        await SaveAsync(new TenantId(Samples.Tenant.Value + "0"), User, new(null, Stopped: true), Ct);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_050), Ct, async (i, ct) => await SaveAsync(Samples.Tenant, new UserId($"user-{i}"), new(null, Stopped: true), ct));
        Assert.Equal(1_050, await Stores.Preferences.AllAsync(Samples.Tenant, Ct).Select(entry => entry.User).Distinct().CountAsync(Ct));
    }

    private Task SaveAsync(TenantId tenant, UserId user, Preferences preferences, CancellationToken ct) => Stores.Preferences.ChangeAsync(tenant, user, _ => preferences, ct);
}
