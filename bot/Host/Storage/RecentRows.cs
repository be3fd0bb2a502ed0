using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace RetroBot.Host.Storage;

/// <summary>What was read some seconds ago at the most: for whoever writes under a condition to which storage itself holds them.</summary>
/// <remarks>
/// What this instance writes is forgotten at once; what another writes is seen when the time is over. It is measured by the steady clock: one that is set back keeps nothing alive.
/// A key lies here as it lies in storage, wrapped.
/// </remarks>
internal sealed class RecentRows(TimeProvider time) : IDisposable
{
    private const int Most = 1_000;
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(5);

    private readonly MemoryCache rows = new(new MemoryCacheOptions { SizeLimit = Most, Clock = new Clock(time) });

    /// <param name="read">Asked when nothing recent is known. What is absent is not remembered.</param>
    public async Task<T?> FindAsync<T>(string table, string partition, string row, Func<Task<T?>> read) where T : class
    {
        if (rows.TryGetValue((table, partition, row), out Known? known) && time.GetElapsedTime(known!.Since) < Recent) return (T)known.Value;
        var since = time.GetTimestamp();
        var found = await read();
        if (found is not null) rows.Set((table, partition, row), new Known(found, since), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Recent });
        return found;
    }

    public void Forget(string table, string partition, string row) => rows.Remove((table, partition, row));

    public void Dispose() => rows.Dispose();

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }

    /// <param name="Since">When its reading began.</param>
    private sealed record Known(object Value, long Since);
}
