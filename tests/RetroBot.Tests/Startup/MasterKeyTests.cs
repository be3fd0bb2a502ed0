using System.Security.Cryptography;
using RetroBot.Host;
using RetroBot.Tests.Local;
using RetroBot.Tests.Privacy.Vault;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Startup;

/// <summary>Without its master key RetroBot does not start, and says what to do.</summary>
public sealed class MasterKeyTests : IDisposable
{
    private const string Section = "RetroBot:MasterKey";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_key_comes_from_one_place()
    {
        Assert.Contains("Neither RetroBot:MasterKey:VaultUri nor RetroBot:MasterKey:File is set", await RefusalAsync([]), StringComparison.Ordinal);
        Assert.Contains("RetroBot:MasterKey:VaultUri and RetroBot:MasterKey:File are both set", await RefusalAsync(new(StringComparer.Ordinal)
        {
            [$"{Section}:VaultUri"] = "https://contoso.vault.azure.net/",
            [$"{Section}:File"] = KeyFile("master.key"),
        }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("http://contoso.vault.azure.net/")]
    [InlineData("https://contoso.vault.azure.net/secrets/retrobot-master-key")]
    [InlineData("https://contoso.vault.azure.net/?version=1")]
    [InlineData("https://me:secret@contoso.vault.azure.net/")]
    public async Task An_address_that_is_no_vault_s_is_refused_and_not_repeated(string address)
    {
        var refusal = await RefusalAsync(new(StringComparer.Ordinal) { [$"{Section}:VaultUri"] = address });

        Assert.Contains("RetroBot:MasterKey:VaultUri must be the https address of a key vault", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("me:secret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "with space")]
    [InlineData("PreviousFiles:0", "/old.key")]
    public async Task What_does_not_go_with_a_vault_is_refused_in_whatever_cloud_it_is(string setting, string value)
    {
        foreach (var vault in (string[])["https://contoso.vault.azure.net/", "https://contoso.vault.azure.cn", "https://contoso.vault.usgovcloudapi.net/"])
        {
            var refusal = await RefusalAsync(new(StringComparer.Ordinal) { [$"{Section}:VaultUri"] = vault, [$"{Section}:{setting}"] = value });

            Assert.Contains($"- {Section}:{setting.Split(':')[0]}", refusal, StringComparison.Ordinal);
            Assert.Contains("One setting needs attention", refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_file_that_holds_no_key_is_named_at_once_by_its_setting()
    {
        folder.Write("other.key", "bm90IDMyIGJ5dGVz");

        var refusal = await RefusalAsync(new(StringComparer.Ordinal)
        {
            [$"{Section}:File"] = Path.Combine(folder.Path, "none.key"),
            [$"{Section}:PreviousFiles:0"] = KeyFile("good.key"),
            [$"{Section}:PreviousFiles:1"] = Path.Combine(folder.Path, "other.key"),
        });

        Assert.Contains("2 settings need attention", refusal, StringComparison.Ordinal);
        Assert.Contains($"{Section}:File: The master key's file {Path.Combine(folder.Path, "none.key")} cannot be read", refusal, StringComparison.Ordinal);
        Assert.Contains($"{Section}:PreviousFiles:1: {Path.Combine(folder.Path, "other.key")} does not hold a master key: 32 random bytes in base64", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("bm90", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_key_in_a_vault_it_starts()
    {
        await using var vault = await SimulatedVault.StartAsync(TimeProvider.System, Ct);
        vault.Secret.PutKey();

        await using var bot = await StartAsync(vault.Settings, vault);

        Assert.Contains(bot.Log.Lines, line => line.Text.StartsWith("New keys are wrapped under master key ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_refusal_of_the_vault_is_one_message_and_holds_no_secret()
    {
        await using var vault = await SimulatedVault.StartAsync(TimeProvider.System, Ct);
        var slip = vault.Secret.Put("cGFzc3dvcmQgb2Ygc29tZWJvZHkgZWxzZQ==");

        var refusal = (await Assert.ThrowsAsync<SettingsException>(() => StartAsync(vault.Settings, vault))).Message;
        Assert.Contains($"{slip.Id.AbsoluteUri} does not hold a master key: 32 random bytes in base64 are expected, such as `openssl rand -base64 32` prints.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(slip.Value[..8], refusal, StringComparison.Ordinal);

        slip.Enabled = false;
        Assert.Contains("One setting needs attention", (await Assert.ThrowsAsync<SettingsException>(() => StartAsync(vault.Settings, vault))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string KeyFile(string name)
    {
        folder.Write(name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return Path.Combine(folder.Path, name);
    }

    private static async Task<string> RefusalAsync(Dictionary<string, string?> masterKey) =>
        (await Assert.ThrowsAsync<SettingsException>(() => StartAsync(masterKey, vault: null))).Message;

    private static Task<RunningBot> StartAsync(Dictionary<string, string?> masterKey, SimulatedVault? vault) => RunningBot.StartAsync(
        storage: "", tablePrefix: "", TimeProvider.System, CompleteSettings.With(masterKey.Prepend(new($"{Section}:File", ""))), "Production", services => vault?.Serve(services), Ct);
}
