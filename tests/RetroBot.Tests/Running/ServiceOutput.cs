using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace RetroBot.Tests.Running;

/// <summary>The lines that a process writes, read one after the other.</summary>
internal sealed class ServiceOutput
{
    private readonly List<string> read = [];
    private readonly Channel<string> unread = Channel.CreateUnbounded<string>();

    /// <param name="process">Not yet started.</param>
    public ServiceOutput(Process process)
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>Waits for a line like this, after those that were waited for before.</summary>
    /// <exception cref="TimeoutException">None came in time; the message quotes what came instead.</exception>
    public async Task<Match> WaitForAsync(Regex line, TimeSpan within, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(within);
        try
        {
            while (true)
            {
                read.Add(await unread.Reader.ReadAsync(patience.Token));
                if (line.Match(read[^1]) is { Success: true } match) return match;
            }
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The service did not write {line}. It wrote:{Environment.NewLine}{this}", e);
        }
    }

    /// <summary>Everything that was written until now.</summary>
    public override string ToString()
    {
        while (unread.Reader.TryRead(out var line)) read.Add(line);
        return string.Join(Environment.NewLine, read);
    }

    private void Keep(string? line)
    {
        if (line is not null) unread.Writer.TryWrite(line);
    }
}
