using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Privacy.Vault;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary>The official client against a key vault over HTTPS.</summary>
public sealed class MasterKeyVaultTests : MasterKeySourceContract, IAsyncLifetime
{
    private SimulatedVault vault = null!;

    protected override string Place => vault.Uri.ToString();

    protected override Dictionary<string, string?> Settings => vault.Settings;

    [Fact]
    public async Task A_disabled_version_neither_wraps_nor_is_read()
    {
        var (kept, disabled) = (await PutKeyAsync(), await PutKeyAsync());
        disabled.Enabled = false;

        Assert.Equal(kept.Id.AbsoluteUri, await Open().NewestAsync(Ct));
        Assert.Equal([kept.Id.AbsoluteUri], await Open().AllAsync(Ct), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_version_outside_its_dates_does_not_wrap_and_can_still_be_read()
    {
        var (valid, expired, early) = (await PutKeyAsync(), await PutKeyAsync(), await PutKeyAsync());
        expired.Expires = Time.GetUtcNow();
        early.NotBefore = Time.GetUtcNow().AddSeconds(1);

        Assert.Equal(valid.Id.AbsoluteUri, await Open().NewestAsync(Ct));
        Assert.Equal([early.Id.AbsoluteUri, expired.Id.AbsoluteUri, valid.Id.AbsoluteUri], await Open().AllAsync(Ct), StringComparer.Ordinal);
        using var key = await Open().ReadAsync(expired.Id.AbsoluteUri, Ct);
        Assert.NotNull(key);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(early.Id.AbsoluteUri, await Open().NewestAsync(Ct));
    }

    [Fact]
    public async Task All_pages_are_read_since_a_vault_lists_in_no_order()
    {
        List<string> put = [];
        for (var i = 0; i < 60; i++) put.Add((await PutKeyAsync()).Id.AbsoluteUri);

        Assert.Equal(put[^1], await Open().NewestAsync(Ct));
        Assert.Equal(3, vault.Requests.Count);
        Assert.Equal(put.AsEnumerable().Reverse(), await Open().AllAsync(Ct), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_vault_that_is_busy_for_a_moment_is_asked_again_when_it_says()
    {
        await PutKeyAsync();
        vault.Refusal = new VaultRefusal(429, "Throttled", RetryAfter: 1, Once: true);

        await Open().NewestAsync(Ct);

        Assert.Equal(2, vault.Requests.Count);
    }

    public static TheoryData<string, Action<SimulatedVault>, string> Refusals => new()
    {
        { "gone", vault => vault.IsGone = true, "cannot be reached" },
        { "no identity", vault => vault.Identity.IsMissing = true, "no identity to show" },
        { "foreign identity", vault => vault.Identity.IsForeign = true, "(401)" },
        { "asks for a token of somebody else", vault => vault.Resource = "https://storage.azure.com", "cannot be used" },
        { "no role", vault => vault.Refusal = new VaultRefusal(403, "Forbidden", "ForbiddenByRbac"), "Key Vault Secrets User" },
        { "no policy", vault => vault.Refusal = new VaultRefusal(403, "Forbidden", "AccessDenied"), "Get and List" },
        { "firewall", vault => vault.Refusal = new VaultRefusal(403, "Forbidden", "ForbiddenByFirewall"), "firewall" },
        { "private", vault => vault.Refusal = new VaultRefusal(403, "Forbidden", "ForbiddenByConnection"), "private endpoint" },
        { "busy", vault => vault.Refusal = new VaultRefusal(429, "Throttled"), "too many requests" },
        { "down", vault => vault.Refusal = new VaultRefusal(503, "ServiceUnavailable"), "cannot answer now (503)" },
        { "no secret", vault => vault.Secret.IsDeleted = true, "az keyvault secret set --vault-name" },
        { "disabled", vault => vault.Secret.Put("").Enabled = false, "disabled, expired or not yet valid" },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task Each_refusal_says_what_to_do_and_names_the_vault(string what, Action<SimulatedVault> happens, string expected)
    {
        happens(vault);

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => Open().NewestAsync(Ct));

        Assert.True(refusal.Message.Contains(expected, StringComparison.Ordinal), $"{what}: {refusal.Message}");
        Assert.Contains(vault.Uri.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task No_token_goes_to_whoever_asks_for_one_that_is_not_a_key_vault_s()
    {
        await PutKeyAsync();
        vault.Resource = "https://storage.azure.com";

        await Assert.ThrowsAsync<MasterKeyException>(() => Open().NewestAsync(Ct));
        Assert.Empty(vault.Requests);
    }

    [Fact]
    public async Task A_secret_that_disappears_between_list_and_read_is_refused_as_missing()
    {
        await PutKeyAsync();
        var source = Open();
        var name = await source.NewestAsync(Ct);
        vault.Secret.IsDeleted = true;

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => source.ReadAsync(name, Ct));

        Assert.Contains("az keyvault secret recover", refusal.Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => vault = await SimulatedVault.StartAsync(Time, Ct);

    public ValueTask DisposeAsync() => vault.DisposeAsync();

    protected override async Task PutAsync(string content) => await PutVersionAsync(content);

    protected override Task TakeAllAwayAsync()
    {
        vault.Secret.IsDeleted = true;
        return Task.CompletedTask;
    }

    protected override void Serve(IServiceCollection services) => vault.Serve(services);

    private Task<SimulatedSecretVersion> PutKeyAsync() => PutVersionAsync(Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(SecretKey.Length)));

    private Task<SimulatedSecretVersion> PutVersionAsync(string content)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(vault.Secret.Put(content));
    }
}
