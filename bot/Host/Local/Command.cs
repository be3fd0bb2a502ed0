using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace RetroBot.Host.Local;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">As the program gave it; 0 for success.</param>
/// <param name="Output">Its lines, of both streams, without the blank ones.</param>
internal sealed record Command(int ExitCode, IReadOnlyList<string> Output)
{
    /// <summary>Returns null when there is no such program on the machine.</summary>
    public static async Task<Command?> RunAsync(string program, IEnumerable<string> arguments, string workingDirectory, CancellationToken ct)
    {
        var output = new ConcurrentQueue<string>();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = workingDirectory,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception) when (Directory.Exists(workingDirectory))
        {
            return null;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Command(process.ExitCode, [.. output]);

        void Keep(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line)) output.Enqueue(line);
        }
    }
}
