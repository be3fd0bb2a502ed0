using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RetroBot.Benchmarks;

/// <summary>A web service in a process of its own, on a free port.</summary>
internal sealed partial class StartedProcess : IAsyncDisposable
{
    private readonly Process process;

    private StartedProcess(Process process) => this.process = process;

    /// <summary>From the start of the process until it had answered a request.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="path">What is asked for; any success will do.</param>
    public static async Task<StartedProcess> UntilAnsweringAsync(IEnumerable<string> arguments, string folder, string path, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        var started = new StartedProcess(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!);
        try
        {
            var address = await started.AddressAsync(ct);
            using var http = new HttpClient { BaseAddress = address };
            (await http.GetAsync(new Uri(path, UriKind.Relative), ct)).EnsureSuccessStatusCode();
            started.ReadyAfter = Stopwatch.GetElapsedTime(start);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<Uri> AddressAsync(CancellationToken ct)
    {
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (Address().Match(line) is not { Success: true, Value: var address }) continue;
            // Nobody reads what it says from here on, and it shall not wait for that.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new Uri(address);
        }
        throw new InvalidOperationException("The service ended before it listened.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
