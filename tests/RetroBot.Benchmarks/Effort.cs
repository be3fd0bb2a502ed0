using System.Diagnostics;

namespace RetroBot.Benchmarks;

/// <summary>What a piece of work took.</summary>
/// <param name="Live">Bytes that it held at its peak, beyond what was held before: as garbage collections found it that were made all the while.</param>
/// <param name="Allocated">Bytes, in all.</param>
internal sealed record Effort(TimeSpan Elapsed, long Live, long Allocated)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Time alone: nothing is in its way.</summary>
    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Memory, at the price of time.</summary>
    public static async Task<Effort> MemoryAsync(Func<Task> work)
    {
        using var ended = new CancellationTokenSource();
        var (before, allocated, start) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        var watch = Task.Run(() => PeakAsync(ended.Token), CancellationToken.None);
        await work();
        await ended.CancelAsync();
        return new Effort(Stopwatch.GetElapsedTime(start), Math.Max(0, await watch - before), GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    private static async Task<long> PeakAsync(CancellationToken ended)
    {
        using var look = new PeriodicTimer(Look, TimeProvider.System);
        long peak = 0;
        while (true)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            try
            {
                await look.WaitForNextTickAsync(ended);
            }
            catch (OperationCanceledException)
            {
                return peak;
            }
        }
    }
}
