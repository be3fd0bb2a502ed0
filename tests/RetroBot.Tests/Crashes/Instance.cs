using System.Text.RegularExpressions;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>One instance of the service: an operating system's process that is killed (SIGKILL, where there are signals) and started again, and the gate before all that it calls.</summary>
/// <param name="mistake">What somebody has got wrong in it; null for the service as it is.</param>
internal sealed partial class Instance(PreparedRound round, string prefix, CallGate gate, Pulse pulse, Type? mistake) : IAsyncDisposable
{
    private const string Look = "storage: GET teams (d…)";
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(2);

    /// <summary>A look for teams that are due is a call to each.</summary>
    private static readonly int CallsOfLook = Keys.TeamPartitions.Count();

    /// <summary>What an instance reads when it starts: which teams are due, which there are, and whether voting on its case study is over.</summary>
    private static readonly Dictionary<string, int> CallsAtStart = new(StringComparer.Ordinal)
    {
        [Look] = CallsOfLook, ["storage: GET teams (t…)"] = CallsOfLook, ["storage: GET casestudies (s…)"] = 1, ["storage: GET rounds r"] = 1,
    };

    private HostProcess? process;
    private HttpClient? http;

    public CallGate Gate => gate;

    public bool Runs { get; private set; }

    /// <summary>What the process that runs now, or ran last, has written.</summary>
    public string Output => process?.Output.ToString() ?? "";

    public async Task StartAsync(CancellationToken ct)
    {
        gate.CountAnswersFromHere();
        process = HostProcess.Start(
            [$"--Storage:ConnectionString={gate.Storage}", $"--Storage:TablePrefix={prefix}", round.MasterKeySetting, "--RetroBot:Local:Playground=false", "--RetroBot:Local:Demo=false"], mistake);
        Runs = true;
        var listening = await process.Output.WaitForAsync(ListeningLine(), TimeToStart, ct);
        http?.Dispose();
        http = new HttpClient { BaseAddress = new Uri(listening.Groups["address"].Value) };
    }

    /// <summary>Waits until it has found that there is nothing to do.</summary>
    public Task LookedAsync(CancellationToken ct) =>
        pulse.WaitUntilAsync(() => Task.FromResult(gate.Answered(Look) % CallsOfLook == 0 && CallsAtStart.All(call => gate.Answered(call.Key) >= call.Value)), ct);

    public async Task KillAsync()
    {
        if (process is not null) await process.KillAsync();
        Runs = false;
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
