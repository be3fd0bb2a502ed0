using System.Collections.Concurrent;
using System.Diagnostics;

namespace RetroBot.Benchmarks;

/// <summary>A fixed number of connections, each of which sends its next request when its last was answered.</summary>
/// <param name="Requests">How many in all.</param>
/// <param name="Longest">After this no more are begun, however few were sent.</param>
internal sealed record Load(int Connections, int Requests, TimeSpan Longest)
{
    /// <param name="send">Sends the request of a number from 0 on, and throws unless it is answered as it should be.</param>
    public async Task<Measurement> RunAsync(Func<int, CancellationToken, Task> send, CancellationToken ct)
    {
        var latencies = new ConcurrentBag<TimeSpan>();
        var begun = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(SendAllAsync, ct)));
        return Measurement.Of(latencies, Stopwatch.GetElapsedTime(start));

        async Task SendAllAsync()
        {
            while (Interlocked.Increment(ref begun) is var number && number < Requests && Stopwatch.GetElapsedTime(start) < Longest)
            {
                var sent = Stopwatch.GetTimestamp();
                await send(number, ct);
                latencies.Add(Stopwatch.GetElapsedTime(sent));
            }
        }
    }
}
