using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RetroBot.Host.Storage;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>One instance of the service: an operating system's process that is killed (SIGKILL, where there are signals) and started again, and the gate before all that it calls.</summary>
/// <param name="settings">Beside those that say where storage is.</param>
/// <param name="mistake">What somebody has got wrong in it; null for the service as it is.</param>
internal sealed partial class Instance(IReadOnlyList<string> settings, CallGate gate, SharedClock clock, Pulse pulse, Type? mistake) : IAsyncDisposable
{
    private const string Look = "storage: GET teams (d…)";
    private static readonly Uri Endpoint = new("api/messages", UriKind.Relative);
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(2);

    /// <summary>A look for teams that are due is a call to each.</summary>
    private static readonly int CallsOfLook = Keys.TeamPartitions.Count();

    private HostProcess? process;
    private HttpClient? http;

    public CallGate Gate => gate;

    public bool Runs { get; private set; }

    /// <summary>What the process that runs now, or ran last, has written.</summary>
    public string Output => process?.Output.ToString() ?? "";

    public async Task StartAsync(CancellationToken ct)
    {
        gate.CountAnswersFromHere();
        process = HostProcess.Start([$"--Storage:ConnectionString={gate.Storage}", "--RetroBot:Local:Playground=false", "--RetroBot:Local:Demo=false", .. settings], mistake, clock);
        var listening = await process.Output.WaitForAsync(ListeningLine(), TimeToStart, ct);
        http?.Dispose();
        http = new HttpClient { BaseAddress = new Uri(listening.Groups["address"].Value) };
        Runs = true;
        pulse.Beat();
    }

    /// <summary>Waits until it has found that there is nothing to do.</summary>
    /// <param name="calls">What it reads when it starts, beside the teams that are due.</param>
    public Task LookedAsync(IReadOnlyDictionary<string, int> calls, CancellationToken ct) =>
        pulse.WaitUntilAsync(() => Task.FromResult(gate.Answered(Look) is > 0 and var looks && looks % CallsOfLook == 0 && calls.All(call => gate.Answered(call.Key) >= call.Value)), ct);

    public async Task KillAsync()
    {
        Runs = false;
        if (process is not null) await process.KillAsync();
    }

    /// <summary>Somebody in Teams says or presses something.</summary>
    /// <returns>Null when no answer came: the service was killed.</returns>
    public async Task<BotAnswer?> PostAsync(JsonObject activity, CancellationToken ct)
    {
        activity["serviceUrl"] = gate.Teams.AbsoluteUri;
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
        try
        {
            using var response = await http!.PostAsync(Endpoint, content, ct);
            return new BotAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(ct));
        }
        catch (Exception died) when (died is HttpRequestException or IOException or ObjectDisposedException)
        {
            return null;
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
