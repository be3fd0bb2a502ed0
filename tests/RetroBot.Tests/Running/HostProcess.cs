using System.Diagnostics;
using RetroBot.Tests.Browser;

namespace RetroBot.Tests.Running;

/// <summary>The built service in a process of its own, in Development, on a free port.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private bool ended;

    private HostProcess(Process process)
    {
        this.process = process;
        Output = new ServiceOutput(process);
    }

    public ServiceOutput Output { get; }

    /// <param name="settings">As on the command line: <c>--Name=value</c>.</param>
    public static HostProcess Start(IEnumerable<string> settings)
    {
        var host = new HostProcess(new Process { StartInfo = StartInfo(settings) });
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Ends it without notice, and what it started with it. Nothing of it runs any more when this returns.</summary>
    public async Task KillAsync()
    {
        if (ended) return;
        ended = true;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static ProcessStartInfo StartInfo(IEnumerable<string> settings) => new(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "RetroBot.Host.dll"), "--urls", "http://127.0.0.1:0", .. settings])
    {
        WorkingDirectory = Path.Combine(Clone.Root, "bot", "Host"),
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
