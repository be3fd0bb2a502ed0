using System.Globalization;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Local;

/// <summary>Azure Table Storage on this machine: the emulator Azurite, started by RetroBot or found running.</summary>
internal sealed partial class Azurite : IAsyncDisposable
{
    public const int DefaultPort = 10002;
    public const string PortSetting = "RetroBot:Local:StoragePort";

    private const int Attempts = 3;

    // The emulator's account and key are public knowledge, the same on every machine.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    private readonly NodeProcess? process;

    private Azurite(int port, NodeProcess? process)
    {
        Port = port;
        this.process = process;
    }

    public int Port { get; }

    /// <summary>Whether it was running already. Then it is not ended with the service.</summary>
    public bool WasRunning => process is null;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{Port}/{Account};";

    /// <param name="data">The folder that keeps the tables; null where they are kept in memory alone.</param>
    /// <param name="port">0 for any free port.</param>
    /// <exception cref="LocalSetupException">Something else listens on the port, or the emulator did not start.</exception>
    public static async Task<Azurite> StartAsync(LocalFolder local, string? data, int port, CancellationToken ct)
    {
        if (data is not null) Directory.CreateDirectory(data);
        if (port == 0) return await StartOnFreePortAsync(local, data, ct);
        if (!await LocalPort.IsTakenAsync(port, ct)) return await StartOnAsync(local, data, port, ct);
        if (await AnswersAsync(port, ct)) return new Azurite(port, process: null);
        throw new LocalSetupException(
            $"Port {port} is taken by something that is not a table storage emulator. End it, give the emulator another port ({PortSetting}=10102), "
            + "or use a storage account of your own (Storage:ConnectionString).");
    }

    public ValueTask DisposeAsync() => process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Azurite> StartOnFreePortAsync(LocalFolder local, string? data, CancellationToken ct)
    {
        // The emulator does not tell which port it was given for 0, so one is chosen here; another process may be quicker to take it.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnAsync(local, data, LocalPort.Free(), ct);
            }
            catch (LocalSetupException) when (attempt < Attempts)
            {
            }
        }
    }

    private static async Task<Azurite> StartOnAsync(LocalFolder local, string? data, int port, CancellationToken ct)
    {
        string[] arguments =
        [
            .. data is null ? (string[])["--inMemoryPersistence"] : ["--location", data],
            "--tableHost", "127.0.0.1",
            "--tablePort", port.ToString(CultureInfo.InvariantCulture),
            "--silent",
            "--disableTelemetry",
        ];
        var (process, _) = await NodeProcess.StartAsync(
            local, local.Package("azurite", "dist", "src", "table", "main.js"), arguments, data ?? Path.GetTempPath(), ReadyLine(), TimeToStart, ct);
        if (await AnswersAsync(port, ct)) return new Azurite(port, process);

        await process.DisposeAsync();
        throw new LocalSetupException($"The storage emulator says that it listens on port {port}, but does not answer there.");
    }

    // Unsigned, so it is refused; but the refusal names the service.
    private static Task<bool> AnswersAsync(int port, CancellationToken ct) =>
        LocalProbe.AskAsync(
            port,
            $"/{Account}/Tables",
            (response, _) => Task.FromResult(response.Headers.Server.ToString().StartsWith("Azurite-Table/", StringComparison.Ordinal)),
            ct);

    [GeneratedRegex("Table service successfully started", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadyLine();
}
