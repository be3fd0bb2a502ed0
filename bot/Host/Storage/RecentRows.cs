using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace RetroBot.Host.Storage;

/// <summary>What was read some seconds ago at the most: for whoever writes under a condition to which storage itself holds them.</summary>
/// <remarks>
/// What this instance writes is forgotten at once; what another writes is seen when the time is over. It is measured by the steady clock: one that is set back keeps nothing alive.
/// Whoever asks while it is being read shares that reading. A key lies here as it lies in storage, wrapped.
/// </remarks>
internal sealed class RecentRows(TimeProvider time) : IDisposable
{
    private const int Most = 1_000;
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly MemoryCache rows = new(new MemoryCacheOptions { SizeLimit = Most, Clock = new Clock(time) });

    /// <param name="read">Asked when nothing recent is known. What is absent, or could not be read, is not remembered.</param>
    public async Task<T?> FindAsync<T>(string table, string partition, string row, Func<Task<T?>> read, CancellationToken ct) where T : class
    {
        var name = (table, partition, row);
        Known known;
        lock (gate)
        {
            if (rows.TryGetValue(name, out Known? recent) && time.GetElapsedTime(recent!.Since) < Recent) known = recent;
            else rows.Set(name, known = new Known(new Lazy<Task>(read), time.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Recent });
        }

        var reading = (Task<T?>)known.Reading.Value;
        try
        {
            if (await reading.WaitAsync(ct) is { } found) return found;
        }
        catch when (!reading.IsFaulted)
        {
            throw; // only this caller gave up
        }
        catch
        {
            ForgetReading();
            throw;
        }
        ForgetReading();
        return null;

        void ForgetReading()
        {
            lock (gate)
                if (rows.TryGetValue(name, out Known? now) && now == known) rows.Remove(name);
        }
    }

    public void Forget(string table, string partition, string row)
    {
        lock (gate) rows.Remove((table, partition, row));
    }

    public void Dispose() => rows.Dispose();

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }

    /// <param name="Since">When its reading began.</param>
    private sealed record Known(Lazy<Task> Reading, long Since);
}
