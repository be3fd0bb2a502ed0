using System.Security.Cryptography;
using RetroBot.Tests.Local;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Startup;

/// <summary>RetroBot as an operator starts it, in a process of its own.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_vault_that_cannot_be_reached_ends_it_with_1_and_one_message()
    {
        var (code, errors, output) = await RunAsync("RetroBot:MasterKey:VaultUri", "https://127.0.0.1:1/");

        Assert.Equal(1, code);
        Assert.StartsWith("RetroBot cannot start. One setting needs attention:", errors, StringComparison.Ordinal);
        Assert.Contains("The key vault https://127.0.0.1:1/ cannot be reached", errors, StringComparison.Ordinal);
        Assert.Equal(2, errors.Trim().Split('\n').Length);
        Assert.Empty(output.Trim());
    }

    [Fact]
    public async Task A_key_of_the_wrong_length_ends_it_with_1_and_one_message_that_does_not_hold_it()
    {
        using var folder = new TemporaryFolder();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(31));
        folder.Write("master.key", key);

        var (code, errors, output) = await RunAsync("RetroBot:MasterKey:File", Path.Combine(folder.Path, "master.key"));

        Assert.Equal(1, code);
        Assert.Contains("master.key does not hold a master key", errors, StringComparison.Ordinal);
        Assert.Equal(2, errors.Trim().Split('\n').Length);
        Assert.DoesNotContain(key[..8], errors + output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Errors, string Output)> RunAsync(string setting, string value)
    {
        var settings = CompleteSettings.With([new(setting, value), new("urls", "http://127.0.0.1:0")]);
        var ended = await EndedHost.RunAsync(settings.Select(it => $"--{it.Key}={it.Value}"), Ct);
        return (ended.Code, ended.Errors, ended.Output);
    }
}
