using System.Text.Json;
using System.Text.RegularExpressions;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Local;
using RetroBot.Tests.Running;
using RetroBot.Tests.Startup;
using Xunit;

namespace RetroBot.Tests.Infra;

public sealed partial class ImageTests(MadeImage image, StorageEmulator emulator) : IClassFixture<MadeImage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Whoever_runs_it_is_not_root()
    {
        Assert.Equal("app", image.Config.GetProperty("User").GetString());
        Assert.Equal("/app/", image.Config.GetProperty("WorkingDir").GetString());
        Assert.Equal(["dotnet", "/app/RetroBot.Host.dll"], image.Config.GetProperty("Entrypoint").EnumerateArray().Select(word => word.GetString()!));
    }

    [Fact]
    public void Nothing_is_in_it_that_does_not_run_there()
    {
        Assert.Contains("app/RetroBot.Host.dll", image.Files);
        Assert.Equal(["app/libe_sqlite3.so"], image.Files.Where(file => NativeCode().IsMatch(file)));
        Assert.Equal(["app/RetroBot.Host.deps.json", "app/RetroBot.Host.runtimeconfig.json", "app/RetroBot.Host.staticwebassets.endpoints.json", "app/appsettings.json"], image.Files.Where(file => file.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(image.Files, file => file.EndsWith(".xml", StringComparison.Ordinal) || file.EndsWith(".js", StringComparison.Ordinal));
        Assert.Equal(["app/ar", "app/de", "app/es", "app/fr", "app/ja", "app/pt-BR"], image.Files.Select(file => Path.GetDirectoryName(file)!).Distinct().Where(folder => folder != "app").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_in_it_runs()
    {
        using var folder = new TemporaryFolder();
        folder.Write("master.key", Convert.ToBase64String(new byte[32]));
        var settings = CompleteSettings.With(
        [
            new("Storage:ConnectionString", await emulator.ConnectionStringAsync()), new("Storage:TablePrefix", StorageEmulator.NewPrefix()), new("RetroBot:MasterKey:File", Path.Combine(folder.Path, "master.key")),
        ]);

        await using var host = HostProcess.Start(["--environment=Production", .. settings.Select(setting => $"--{setting.Key}={setting.Value}")], build: Path.Combine(image.Root, "app", "RetroBot.Host.dll"));
        var listening = await host.Output.WaitForAsync(Listening(), Patience, Ct);
        using var client = new HttpClient { BaseAddress = new Uri(listening.Groups["address"].Value) };

        Assert.Contains("What RetroBot stores, and who can read it", await client.GetStringAsync("/privacy", Ct), StringComparison.Ordinal);
        Assert.Contains("\"healthy\"", await client.GetStringAsync("/health/live", Ct), StringComparison.Ordinal);
        // Nobody signs RetroBot in here: ready it is not.
        using var ready = await client.GetAsync("/health/ready", Ct);
        var checks = JsonElement.Parse(await ready.Content.ReadAsStringAsync(Ct)).GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("check").GetString()!, check => check.GetProperty("status").GetString(), StringComparer.Ordinal);
        Assert.Equal(("healthy", "healthy"), (checks["storage"], checks["master_key"]));
    }

    /// <summary>What is put into an App Service is the same, but for the wrapping.</summary>
    [Fact]
    public void What_deploy_publishes_is_published_alike()
    {
        var deployed = InfraFiles.All["deploy.sh"].Split('\n').Single(line => line.Contains("dotnet publish", StringComparison.Ordinal));

        Assert.Contains(string.Join(' ', image.Guide.SkipWhile(word => word != "-r").Take(3)), deployed, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\.(so|dylib|dll\.so|a)$|/runtimes/|/e_sqlite3\.dll$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NativeCode();

    [GeneratedRegex("Now listening on: (?<address>http://.*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
