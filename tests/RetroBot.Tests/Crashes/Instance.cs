using System.Text.RegularExpressions;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>One instance of the service: a process that is killed and started again, and the gate before all that it calls.</summary>
internal sealed partial class Instance(PreparedRound round, string prefix, CallGate gate, Pulse pulse) : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(2);

    /// <summary>What an instance reads when it starts: which teams are due, which there are, and whether this one's counts are old.</summary>
    private static readonly int CallsAtStart = (2 * Keys.TeamPartitions.Count()) + 1;

    private HostProcess? process;
    private HttpClient? http;

    public CallGate Gate => gate;

    /// <summary>What the process that runs now, or ran last, has written.</summary>
    public string Output => process?.Output.ToString() ?? "";

    public async Task StartAsync(CancellationToken ct)
    {
        process = HostProcess.Start(
            [$"--Storage:ConnectionString={gate.Storage}", $"--Storage:TablePrefix={prefix}", round.MasterKeySetting, "--RetroBot:Local:Playground=false", "--RetroBot:Local:Demo=false"]);
        var listening = await process.Output.WaitForAsync(ListeningLine(), TimeToStart, ct);
        http?.Dispose();
        http = new HttpClient { BaseAddress = new Uri(listening.Groups["address"].Value) };
    }

    /// <summary>Waits until it has found that there is nothing to do.</summary>
    public Task LookedAsync(CancellationToken ct) => pulse.WaitUntilAsync(() => Task.FromResult(gate.Answered >= CallsAtStart), ct);

    public async Task KillAsync()
    {
        if (process is not null) await process.KillAsync();
    }

    /// <summary>The lead says "close now" in the channel.</summary>
    /// <returns>Whether the service answered.</returns>
    public async Task<bool> CloseNowAsync(SimulatedChannel channel, CancellationToken ct)
    {
        var lead = new TeamsClient(round.Teams, round.Lead, http!);
        var words = lead.Compose.ChannelMessage(channel, "close now", mention: true);
        words["serviceUrl"] = gate.Teams.AbsoluteUri;
        try
        {
            return (await lead.PostAsync(words, ct)).Status == System.Net.HttpStatusCode.OK;
        }
        catch (Exception died) when (died is HttpRequestException or IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        http?.Dispose();
        await gate.DisposeAsync();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningLine();
}
