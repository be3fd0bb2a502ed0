using System.Diagnostics;

namespace RetroBot.Benchmarks;

/// <summary>This program in a process of its own, in another role, so that what it costs is measured apart from those it talks to.</summary>
internal sealed class AnotherProcess : IAsyncDisposable
{
    /// <summary>The first argument of such a process; the second is its role.</summary>
    public const string Argument = "--as";

    private const string Ready = "ready ";

    private readonly Process process;

    private AnotherProcess(Process process) => this.process = process;

    /// <summary>The time that its threads had on a processor since it began.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What it said when it was ready.</summary>
    public required string Said { get; init; }

    /// <returns>Once it says that it is ready.</returns>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public static async Task<AnotherProcess> StartAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Argument, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        var started = Process.Start(start)!;
        while (await started.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal)) return new AnotherProcess(started) { Said = line[Ready.Length..] };
        }

        await started.WaitForExitAsync(ct);
        throw new InvalidOperationException($"It ended with {started.ExitCode} before it was ready.");
    }

    /// <summary>What a process in another role does when it can begin.</summary>
    public static void SayReady(string what) => Console.WriteLine(Ready + what);

    public Task TellAsync(string line) => process.StandardInput.WriteLineAsync(line);

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
