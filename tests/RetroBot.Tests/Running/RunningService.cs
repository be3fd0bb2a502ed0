using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RetroBot.Simulation.Client;

namespace RetroBot.Tests.Running;

/// <summary>The service in an operating system's process of its own, which is killed (SIGKILL, where there are signals) and started again; people in Teams reach it as long as it runs.</summary>
/// <param name="settings">As on the command line: <c>--Name=value</c>.</param>
/// <param name="clock">What it goes by; null for the machine's own.</param>
/// <param name="mistake">What somebody has got wrong in it; null for the service as it is.</param>
/// <param name="wrong">How much later than the clock it says it is.</param>
/// <param name="build">The <c>RetroBot.Host.dll</c> of another build; null for the one that these tests were built with.</param>
internal sealed partial class RunningService(IReadOnlyList<string> settings, SharedClock? clock, Type? mistake = null, TimeSpan wrong = default, string? build = null) : IAsyncDisposable
{
    private static readonly Uri Endpoint = new("api/messages", UriKind.Relative);
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(2);

    private HostProcess? process;
    private HttpClient? http;

    public bool Runs { get; private set; }

    /// <summary>For whoever wants to call it without this class.</summary>
    public HttpClient Http => http ?? throw new InvalidOperationException("It was never started.");

    /// <summary>What the process that runs now, or ran last, has written.</summary>
    public string Output => process?.Output.ToString() ?? "";

    /// <summary>The operating system's number of the process that runs now, or ran last.</summary>
    public int ProcessId => process?.Id ?? throw new InvalidOperationException("It was never started.");

    public async Task StartAsync(CancellationToken ct)
    {
        process = HostProcess.Start(["--RetroBot:Local:Playground=false", "--RetroBot:Local:Demo=false", .. settings], mistake, clock, wrong, build);
        var listening = await process.Output.WaitForAsync(ListeningLine(), TimeToStart, ct);
        http?.Dispose();
        http = new HttpClient { BaseAddress = new Uri(listening.Groups["address"].Value) };
        Runs = true;
    }

    /// <summary>Ends it as a deployment does.</summary>
    /// <returns>The process's exit code.</returns>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        Runs = false;
        return await process!.StopAsync(ct);
    }

    public async Task KillAsync()
    {
        Runs = false;
        if (process is not null) await process.KillAsync();
    }

    /// <summary>Somebody in Teams says or presses something.</summary>
    /// <returns>Null when no answer came: the service was killed.</returns>
    public async Task<BotAnswer?> PostAsync(JsonObject activity, CancellationToken ct)
    {
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
    }

    [GeneratedRegex(@"Now listening on: (?<address>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningLine();
}
