using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>In front of everything that RetroBot asks of the channel: one pace per tenant, and nobody asks while the channel wants patience.</summary>
/// <param name="network">The clock by which requests are spaced: the one by which the channel counts them.</param>
/// <param name="time">The service's clock, by which it waits as long as the channel asks.</param>
internal sealed class ChannelPace(int requestsPerSecond, TimeProvider network, TimeProvider time)
{
    /// <summary>A request whose conversation is full for longer is left for later.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>So short a pause is waited for: beginning again behind it would take longer.</summary>
    public static readonly Duration ShortPause = Duration.FromSeconds(2);

    private const int MostLooks = 3;

    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(10);

    private readonly long start = network.GetTimestamp();
    private readonly ConcurrentDictionary<TenantId, TenantPace> tenants = new();
    private readonly ConcurrentDictionary<TenantId, Instant> paused = new();
    private TimeSpan tidied;

    /// <summary>Returns when it is somebody's turn to make a request.</summary>
    /// <exception cref="ChannelBusyException">Nothing is to be asked of the channel now.</exception>
    public async Task TurnAsync(TenantId tenant, CancellationToken ct)
    {
        Tidy();
        var pace = Of(tenant);
        do
        {
            if (!await IsFreeAsync(tenant, ct)) throw new ChannelBusyException(PauseLeft(tenant));
            var now = Elapsed;
            await WaitAsync(pace.TakeTurn(now, LongestWait) - now, ct);
            // Where a pause has begun meanwhile, everybody takes a new turn behind it: else all who waited would go at once.
        }
        while (PauseLeft(tenant) > Duration.Zero);
    }

    /// <summary>Waits for a turn, for somebody who can as well come later.</summary>
    /// <returns>Whether there was one; not where nothing is to be asked of the channel now.</returns>
    public async Task<bool> HasTurnAsync(TenantId tenant, CancellationToken ct)
    {
        try
        {
            await TurnAsync(tenant, ct);
            return true;
        }
        catch (ChannelBusyException)
        {
            return false;
        }
    }

    /// <summary>Returns when a request whose turn it was may leave, and counts it.</summary>
    /// <param name="conversation">Null for a chat that is yet to be made.</param>
    /// <returns>Its number, by which it is told when it left.</returns>
    /// <exception cref="ChannelBusyException">It is not to be made now.</exception>
    public async Task<long> GoAsync(TenantId tenant, string? conversation, RequestKind kind, CancellationToken ct)
    {
        var pace = Of(tenant);
        while (true)
        {
            if (PauseLeft(tenant) > Duration.Zero) await TurnAsync(tenant, ct);
            if (pace.TryGo(conversation, kind, Elapsed, out var number) is var wait && wait <= TimeSpan.Zero) return number;
            // Timers count whole milliseconds and leave out what is over: whoever came back too early would ask again and again.
            await WaitAsync(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), ct);
        }
    }

    /// <summary>Waits for the end of a short pause.</summary>
    /// <returns>Whether the channel may be asked.</returns>
    public async Task<bool> IsFreeAsync(TenantId tenant, CancellationToken ct)
    {
        // Once more where a second refusal has made it longer, and a little longer than it lasts, since timers are not that exact.
        for (var look = 0; look < MostLooks && PauseLeft(tenant) is var left && left > Duration.Zero && left <= ShortPause; look++)
            await Task.Delay(left.ToTimeSpan() + TimeSpan.FromMilliseconds(2), network, ct);
        return PauseLeft(tenant) <= Duration.Zero;
    }

    /// <summary>Counts a request that somebody waits for, and that goes out at once.</summary>
    /// <returns>Its number, by which it is told when it left.</returns>
    public long Go(TenantId tenant, string? conversation, RequestKind kind) => Of(tenant).Go(conversation, kind, Elapsed);

    /// <summary>A request that was counted has left only now.</summary>
    public void Left(TenantId tenant, long number) => Of(tenant).Left(number, Elapsed);

    /// <summary>Nobody asks anything of the channel in this tenant for so long.</summary>
    /// <param name="wasTooMuch">Whether the channel has had too many requests, so that the next ones come a little slower.</param>
    public void Pause(TenantId tenant, Duration length, bool wasTooMuch = false)
    {
        // Those that were refused together tell the same.
        if (wasTooMuch && PauseLeft(tenant) <= Duration.Zero) Of(tenant).Slow();
        var until = Now + length;
        paused.AddOrUpdate(tenant, until, (_, known) => Instant.Max(known, until));
    }

    /// <summary>When the tenant's pause ends; now where there is none.</summary>
    public Instant FreeAt(TenantId tenant) => Instant.Max(paused.GetValueOrDefault(tenant, Instant.MinValue), Now);

    private async Task WaitAsync(TimeSpan wait, CancellationToken ct)
    {
        if (wait > LongestWait) throw new ChannelBusyException(Duration.FromTimeSpan(wait));
        if (wait > TimeSpan.Zero) await Task.Delay(wait, network, ct);
    }

    /// <summary>Of the tenant's pause.</summary>
    private Duration PauseLeft(TenantId tenant) => FreeAt(tenant) - Now;

    private TenantPace Of(TenantId tenant) => tenants.GetOrAdd(tenant, _ => new TenantPace(requestsPerSecond));

    private void Tidy()
    {
        if (Elapsed - tidied < Tidying) return;
        tidied = Elapsed;
        foreach (var pace in tenants.Values) pace.Forget(Elapsed);
    }

    private TimeSpan Elapsed => network.GetElapsedTime(start);

    private Instant Now => time.GetUtcNow().ToInstant();
}
