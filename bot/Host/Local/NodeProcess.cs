using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Local;

/// <summary>
/// A Node.js program that runs beside the service and never outlives it: the service holds the program's standard input, and
/// <c>end-with-parent.cjs</c> ends the program in order when that closes, however the service came to its end.
/// </summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(8);
    private readonly Process process;
    private readonly OutputTail output = new();
    private readonly Regex readyLine;
    private readonly TaskCompletionSource<Match> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Task ended;

    /// <exception cref="LocalSetupException">There is no Node.js on the machine.</exception>
    private NodeProcess(ProcessStartInfo start, string script, Regex readyLine)
    {
        this.readyLine = readyLine;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new LocalSetupException("Node.js is not on the PATH. Get it from https://nodejs.org.", e);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        ended = WatchAsync(script);
    }

    public int Id => process.Id;

    /// <summary>Starts the program and waits until it writes a line that matches <paramref name="readyLine"/>.</summary>
    /// <exception cref="LocalSetupException">It ended before, or did not become ready in time; the message quotes its last lines.</exception>
    public static async Task<(NodeProcess Process, Match Ready)> StartAsync(
        LocalFolder local, string script, IEnumerable<string> arguments, string workingDirectory, Regex readyLine, TimeSpan within, CancellationToken ct)
    {
        var start = new ProcessStartInfo("node", ["--require", local.EndWithParent, script, .. arguments])
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = local.NoBrowser + Path.PathSeparator + start.Environment["PATH"];

        var node = new NodeProcess(start, script, readyLine);
        try
        {
            return (node, await node.ready.Task.WaitAsync(within, ct));
        }
        catch (TimeoutException)
        {
            await node.DisposeAsync();
            throw new LocalSetupException($"{script} was not ready within {within.TotalSeconds:0} s. Its last lines:{Environment.NewLine}{node.output}");
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the program in order, and by force when it takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        try
        {
            await ended.WaitAsync(TimeToEnd);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await ended;
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        output.Add(line);
        if (readyLine.Match(line) is { Success: true } match) ready.TrySetResult(match);
    }

    private async Task WatchAsync(string script)
    {
        await process.WaitForExitAsync();
        ready.TrySetException(new LocalSetupException($"{script} ended with code {process.ExitCode} before it was ready. Its last lines:{Environment.NewLine}{output}"));
    }
}
