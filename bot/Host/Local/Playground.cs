using System.Globalization;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Local;

/// <summary>The Microsoft 365 Agents Playground, a Teams client in the browser: started by RetroBot or found running.</summary>
internal sealed partial class Playground : IAsyncDisposable
{
    public const int DefaultPort = 56150;
    public const string PortSetting = "RetroBot:Local:PlaygroundPort";

    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    private readonly NodeProcess? process;

    private Playground(int port, NodeProcess? process)
    {
        Port = port;
        this.process = process;
    }

    public int Port { get; }

    /// <summary>What to open in a browser.</summary>
    public Uri Address => new($"http://localhost:{Port}");

    /// <summary>Whether it was running already. Then it is not ended with the service.</summary>
    public bool WasRunning => process is null;

    /// <param name="data">The folder for its configuration and its log.</param>
    /// <param name="port">0 for any free port.</param>
    /// <param name="messages">Where the bot takes its activities.</param>
    /// <exception cref="LocalSetupException">Something else listens on the port, or the Playground did not start.</exception>
    public static async Task<Playground> StartAsync(LocalFolder local, string data, int port, Uri messages, CancellationToken ct)
    {
        if (await FindAsync(port, ct) is { } running) return running;

        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, PlaygroundConfiguration.FileName), PlaygroundConfiguration.Text(), ct);
        return await StartOnAsync(local, data, port, messages, ct);
    }

    /// <summary>The Playground that runs on the port already; null when the port is free.</summary>
    /// <exception cref="LocalSetupException">Something else listens there.</exception>
    public static async Task<Playground?> FindAsync(int port, CancellationToken ct)
    {
        if (port == 0 || !await LocalPort.IsTakenAsync(port, ct)) return null;
        if (await IsOursAsync(port, ct)) return new Playground(port, process: null);
        throw new LocalSetupException(
            $"Port {port} is taken by something that is not the Agents Playground of RetroBot's demo team. End it, give the Playground another port "
            + $"({PortSetting}=56151), or do without it (RetroBot:Local:Playground=false).");
    }

    public ValueTask DisposeAsync() => process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Playground> StartOnAsync(LocalFolder local, string data, int port, Uri messages, CancellationToken ct)
    {
        string[] arguments =
        [
            "--app-endpoint", messages.AbsoluteUri,
            "--channel-id", "msteams",
            "--port", (port == 0 ? LocalPort.Free() : port).ToString(CultureInfo.InvariantCulture),
            "--disable-telemetry",
        ];
        try
        {
            var (process, ready) = await NodeProcess.StartAsync(
                local, local.Package("@microsoft", "m365agentsplayground", "cli.js"), arguments, data, ReadyLine(), TimeToStart, ct);

            // It takes another port when its own was taken in the meantime, and says which.
            return new Playground(int.Parse(ready.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), process);
        }
        catch (LocalSetupException e)
        {
            throw new LocalSetupException($"{e.Message}{Environment.NewLine}It may say more in {Path.Combine(data, "devTools", "m365agentsplayground.log")}.", e);
        }
    }

    // By the connector's own protocol, as a bot would ask: the page's endpoints wait for the bot to answer first.
    private static Task<bool> IsOursAsync(int port, CancellationToken ct) =>
        LocalProbe.AskAsync(
            port,
            $"/_connector/v3/teams/{DemoTenant.TeamConversation}",
            async (response, token) => response.IsSuccessStatusCode
                && (await response.Content.ReadAsStringAsync(token)).Contains(DemoTenant.Id.Value, StringComparison.Ordinal),
            ct);

    [GeneratedRegex(@"Listening on (?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadyLine();
}
