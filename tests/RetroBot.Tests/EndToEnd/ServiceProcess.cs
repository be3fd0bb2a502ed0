using System.Globalization;
using System.Text.RegularExpressions;
using RetroBot.Host.Local;
using RetroBot.Tests.Local;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.EndToEnd;

/// <summary>RetroBot as <c>dotnet run --project bot/Host</c> starts it, in a process of its own; on free ports, and with data of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    // The first start on a machine installs the storage emulator and the Playground.
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan TimeToWork = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder data;
    private readonly HostProcess process;
    private readonly int storagePort;

    private ServiceProcess(TemporaryFolder data, HostProcess process, Uri messages, int storagePort, Uri teamsClient)
    {
        (this.data, this.process, this.storagePort) = (data, process, storagePort);
        (Messages, TeamsClient) = (messages, teamsClient);
    }

    /// <summary>Where it takes activities.</summary>
    public Uri Messages { get; }

    /// <summary>Where the Agents Playground is.</summary>
    public Uri TeamsClient { get; }

    /// <param name="demo">Whether simulated teammates answer.</param>
    /// <param name="clock">What the service goes by; null for the machine's own. Storage and Playground go by the machine's.</param>
    public static async Task<ServiceProcess> StartAsync(bool demo, CancellationToken ct, SharedClock? clock = null)
    {
        var folder = new TemporaryFolder();
        var service = HostProcess.Start([$"--{Azurite.PortSetting}=0", $"--{Playground.PortSetting}=0", $"--RetroBot:Local:Demo={demo}", $"--RetroBot:Local:Data={folder.Path}"], clock: clock);
        try
        {
            var messages = await service.Output.WaitForAsync(MessagesLine(), TimeToStart, ct);
            var storage = await service.Output.WaitForAsync(StorageLine(), TimeToWork, ct);
            var teamsClient = await service.Output.WaitForAsync(TeamsClientLine(), TimeToWork, ct);
            return new ServiceProcess(
                folder, service, new Uri(messages.Groups["address"].Value), int.Parse(storage.Groups["port"].ValueSpan, CultureInfo.InvariantCulture), new Uri(teamsClient.Groups["address"].Value));
        }
        catch
        {
            await EndAsync(service, folder);
            throw;
        }
    }

    /// <summary>Waits until all simulated teammates have answered: it may be told of some before the last have their card.</summary>
    public async Task TeammatesAnsweredAsync(CancellationToken ct)
    {
        for (var answered = 0; answered < DemoTenant.Teammates.Count;)
            answered += int.Parse((await process.Output.WaitForAsync(TeammatesLine(), TimeToWork, ct)).Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>For a look into its storage.</summary>
    public async Task<string> StorageAsync(CancellationToken ct)
    {
        await using var running = await Azurite.StartAsync(LocalTools.Folder, data.Path, storagePort, ct);
        return running.ConnectionString;
    }

    public async ValueTask DisposeAsync() => await EndAsync(process, data);

    // In this order, so that nothing writes to the folder that is deleted.
    private static async Task EndAsync(HostProcess service, TemporaryFolder folder)
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [GeneratedRegex(@"service +(?<address>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessagesLine();

    [GeneratedRegex(@"storage +Azurite, port (?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StorageLine();

    [GeneratedRegex(@"Teams client +(?<address>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TeamsClientLine();

    [GeneratedRegex(@"(?<count>\d+) simulated teammates have answered", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TeammatesLine();
}
