using System.Collections.Immutable;

namespace RetroBot.Host.Privacy;

/// <summary>The master keys that this instance has read. The newest one wraps; whatever one of them wrapped, it unwraps. Disposing overwrites them.</summary>
/// <remarks>So a key can be replaced while RetroBot runs. The source is asked rarely: every few minutes whether there is a newer key, and at once when a key is met that is not known here.</remarks>
internal sealed partial class MasterKeyRing(IMasterKeySource source, TimeProvider time, ILogger<MasterKeyRing> logger) : IDisposable
{
    /// <summary>For so long, at most, a key that was replaced goes on wrapping here.</summary>
    private static readonly TimeSpan NewestFor = TimeSpan.FromMinutes(5);

    /// <summary>A key that was looked for in vain is not looked for again before.</summary>
    private static readonly TimeSpan MissingFor = TimeSpan.FromSeconds(30);

    /// <summary>Signing in for the first time takes its time.</summary>
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromMinutes(1);

    /// <summary>Teams sends an invoke again when it has no answer after about 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim oneLooks = new(1, 1);
    private readonly Dictionary<string, Miss> misses = new(StringComparer.Ordinal);
    private volatile ImmutableList<Read> known = [];
    private volatile Newest? newest;

    /// <summary>The key that wraps.</summary>
    /// <exception cref="MasterKeyException">There never was one to be had since the start. Later the latest that was had goes on.</exception>
    public async Task<MasterKey> NewestAsync(CancellationToken ct)
    {
        if (newest is { } fresh && time.GetUtcNow() < fresh.Until) return fresh.Key;
        await oneLooks.WaitAsync(ct);
        try
        {
            if (newest is { } meanwhile && time.GetUtcNow() < meanwhile.Until) return meanwhile.Key;
            newest = new Newest(await LookForNewestAsync(ct), time.GetUtcNow() + NewestFor);
            return newest.Key;
        }
        finally
        {
            oneLooks.Release();
        }
    }

    /// <summary>The key with this fingerprint.</summary>
    /// <exception cref="MasterKeyException">It is not to be had, at least not now; the message says what to do.</exception>
    public async Task<MasterKey> FindAsync(string id, CancellationToken ct)
    {
        if (FindKnown(id) is { } at) return at;
        await oneLooks.WaitAsync(ct);
        try
        {
            return FindKnown(id) ?? await LookForAsync(id, ct);
        }
        finally
        {
            oneLooks.Release();
        }
    }

    public void Dispose()
    {
        foreach (var read in known) read.Key.Dispose();
        oneLooks.Dispose();
    }

    /// <summary>The key that wrapped last, as far as this instance knows, without asking anybody.</summary>
    /// <exception cref="MasterKeyException">None was read yet.</exception>
    public MasterKey Latest => newest?.Key ?? throw new MasterKeyException("No master key was read yet.");

    /// <summary>The key with this fingerprint, without asking anybody: strangers make up fingerprints.</summary>
    /// <returns>Null where this instance has not read it.</returns>
    public MasterKey? FindKnown(string id) => known.Find(read => string.Equals(read.Key.Id, id, StringComparison.Ordinal))?.Key;

    private async Task<MasterKey> LookForNewestAsync(CancellationToken ct)
    {
        var before = newest?.Key;
        try
        {
            var key = await AskAsync(before is null ? PatienceAtStart : Patience, async limited =>
            {
                var name = await source.NewestAsync(limited);
                return await ReadAsync(name, limited) ?? throw MasterKeyException.NoKey(name);
            }, ct);
            if (key != before) Log.Wraps(logger, key.Id);
            return key;
        }
        catch (MasterKeyException fault) when (before is not null)
        {
            Log.NotSeen(logger, fault, before.Id);
            return before;
        }
    }

    private async Task<MasterKey> LookForAsync(string id, CancellationToken ct)
    {
        if (misses.TryGetValue(id, out var miss) && time.GetUtcNow() < miss.Until) throw new MasterKeyException(miss.Message);
        try
        {
            var found = await AskAsync(Patience, limited => SearchAsync(id, limited), ct) ?? throw new MasterKeyException(source.WayBack);
            misses.Remove(id);
            // Another instance wraps with a key that is new here: have a look before wrapping the next.
            if (newest is { } stale) newest = stale with { Until = DateTimeOffset.MinValue };
            return found;
        }
        catch (MasterKeyException fault)
        {
            var message = $"Master key {id} is needed and not to be had; what it wrapped waits for it, and nothing is lost. {fault.Message}";
            misses[id] = new Miss(message, time.GetUtcNow() + MissingFor);
            throw new MasterKeyException(message, fault);
        }
    }

    private async Task<MasterKey?> SearchAsync(string id, CancellationToken ct)
    {
        foreach (var name in await source.AllAsync(ct))
        {
            if (await ReadAsync(name, ct) is { } key && string.Equals(key.Id, id, StringComparison.Ordinal)) return key;
        }
        return null;
    }

    /// <summary>Reads each key once.</summary>
    private async Task<MasterKey?> ReadAsync(string name, CancellationToken ct)
    {
        if (known.Find(read => string.Equals(read.Name, name, StringComparison.Ordinal)) is { } at) return at.Key;
        if (await source.ReadAsync(name, ct) is not { } key) return null;
        known = known.Add(new Read(name, key));
        return key;
    }

    private async Task<T> AskAsync<T>(TimeSpan patience, Func<CancellationToken, Task<T>> question, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            return await question(either.Token);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new MasterKeyException($"The place where master keys are kept gave no answer within {patience.TotalSeconds} s.", late);
        }
    }

    private sealed record Read(string Name, MasterKey Key);

    private sealed record Newest(MasterKey Key, DateTimeOffset Until);

    private sealed record Miss(string Message, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "New keys are wrapped under master key {Id} from now on.")]
        public static partial void Wraps(ILogger logger, string id);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Whether there is a newer master key cannot be seen now; {Id} goes on wrapping, and it is looked again in minutes.")]
        public static partial void NotSeen(ILogger logger, Exception fault, string id);
    }
}
