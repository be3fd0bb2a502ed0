using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Local;

namespace RetroBot.Tests.EndToEnd;

/// <summary>RetroBot as <c>dotnet run --project bot/Host</c> starts it, in a process of its own; on free ports, and with data of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    // The first start on a machine installs the storage emulator and the Playground.
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan TimeToWork = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder data;
    private readonly Process process;
    private readonly ServiceOutput output;
    private readonly int storagePort;

    private ServiceProcess(TemporaryFolder data, Process process, ServiceOutput output, Uri messages, int storagePort, Uri teamsClient)
    {
        (this.data, this.process, this.output, this.storagePort) = (data, process, output, storagePort);
        (Messages, TeamsClient) = (messages, teamsClient);
    }

    /// <summary>Where it takes activities.</summary>
    public Uri Messages { get; }

    /// <summary>Where the Agents Playground is.</summary>
    public Uri TeamsClient { get; }

    /// <param name="demo">Whether simulated teammates answer.</param>
    public static async Task<ServiceProcess> StartAsync(bool demo, CancellationToken ct)
    {
        var folder = new TemporaryFolder();
        var service = new Process { StartInfo = StartInfo(demo, folder.Path) };
        var said = new ServiceOutput(service);
        service.Start();
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        try
        {
            var messages = await said.WaitForAsync(MessagesLine(), TimeToStart, ct);
            var storage = await said.WaitForAsync(StorageLine(), TimeToWork, ct);
            var teamsClient = await said.WaitForAsync(TeamsClientLine(), TimeToWork, ct);
            return new ServiceProcess(
                folder, service, said, new Uri(messages.Groups["address"].Value), int.Parse(storage.Groups["port"].ValueSpan, CultureInfo.InvariantCulture), new Uri(teamsClient.Groups["address"].Value));
        }
        catch
        {
            await EndAsync(service, folder);
            throw;
        }
    }

    /// <summary>Waits until all simulated teammates have answered.</summary>
    public Task TeammatesAnsweredAsync(CancellationToken ct) => output.WaitForAsync(TeammatesLine(), TimeToWork, ct);

    /// <summary>For a look into its storage.</summary>
    public async Task<string> StorageAsync(CancellationToken ct)
    {
        await using var running = await Azurite.StartAsync(LocalTools.Folder, data.Path, storagePort, ct);
        return running.ConnectionString;
    }

    public async ValueTask DisposeAsync() => await EndAsync(process, data);

    private static ProcessStartInfo StartInfo(bool demo, string data) => new(
        "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "RetroBot.Host.dll"), "--urls", "http://127.0.0.1:0", $"--{Azurite.PortSetting}=0", $"--{Playground.PortSetting}=0",
            $"--RetroBot:Local:Demo={demo}", $"--RetroBot:Local:Data={data}",
        ])
    {
        WorkingDirectory = Path.Combine(Clone.Root, "bot", "Host"),
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    // What it started ends with it, but takes a moment: the whole tree, so that nothing writes to the folder that is deleted.
    private static async Task EndAsync(Process service, TemporaryFolder folder)
    {
        service.Kill(entireProcessTree: true);
        await service.WaitForExitAsync();
        service.Dispose();
        folder.Dispose();
    }

    [GeneratedRegex(@"service +(?<address>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessagesLine();

    [GeneratedRegex(@"storage +Azurite, port (?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StorageLine();

    [GeneratedRegex(@"Teams client +(?<address>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TeamsClientLine();

    [GeneratedRegex("simulated teammates have answered", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TeammatesLine();
}
