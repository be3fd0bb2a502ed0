using System.Diagnostics;
using RetroBot.Tests.Browser;

namespace RetroBot.Tests.Running;

/// <summary>The built service in a process of its own, in Development, on a free port.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>More than a host gives what runs in it to come to its end.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private bool ended;

    private HostProcess(Process process)
    {
        this.process = process;
        Output = new ServiceOutput(process);
    }

    public ServiceOutput Output { get; }

    /// <summary>The operating system's number of it.</summary>
    public int Id { get; private set; }

    /// <param name="settings">As on the command line: <c>--Name=value</c>.</param>
    /// <param name="mistake">What somebody has got wrong in it; null for the service as it is.</param>
    /// <param name="clock">What it goes by; null for the machine's own.</param>
    /// <param name="wrong">How much later than that clock it says it is.</param>
    /// <param name="build">The <c>RetroBot.Host.dll</c> of another build, which goes by the settings that lie beside it; null for the one that these tests were built with.</param>
    public static HostProcess Start(IEnumerable<string> settings, Type? mistake = null, SharedClock? clock = null, TimeSpan wrong = default, string? build = null)
    {
        var host = new HostProcess(new Process { StartInfo = StartInfo(settings, build) });
        clock?.PutInto(host.process.StartInfo, wrong);
        if (mistake is not null) MistakeInProcess.Put(mistake, host.process.StartInfo);
        host.process.Start();
        host.Id = host.process.Id;
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Asks it to end, as a deployment does (SIGTERM), and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        using (var asking = Process.Start("sh", ["-c", $"kill -TERM {Id}"])) await asking.WaitForExitAsync(ct);
        await process.WaitForExitAsync(ct).WaitAsync(TimeToStop, TimeProvider.System, ct);
        var code = process.ExitCode;
        await KillAsync();
        return code;
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

    private static ProcessStartInfo StartInfo(IEnumerable<string> settings, string? build) => new(
        "dotnet", [build ?? Path.Combine(AppContext.BaseDirectory, "RetroBot.Host.dll"), "--urls", "http://127.0.0.1:0", .. settings])
    {
        WorkingDirectory = Path.GetDirectoryName(build) ?? Path.Combine(Clone.Root, "bot", "Host"),
        // Such processes live for seconds: watching which code is worth being made faster, and making it so, costs half of that. Only what lives for more than a minute (EA60 milliseconds) is.
        // Keeping compiled code from being written to costs a tenth.
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_CallCountingDelayMs"] = "EA60", ["DOTNET_EnableWriteXorExecute"] = "0" },
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
