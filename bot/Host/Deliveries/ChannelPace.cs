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

    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(10);

    private readonly long start = network.GetTimestamp();
    private readonly ConcurrentDictionary<TenantId, TenantPace> tenants = new();
    private readonly ConcurrentDictionary<TenantId, Instant> paused = new();
    private TimeSpan tidied;

    /// <summary>Returns when the request may be made, and counts it.</summary>
    /// <param name="conversation">Null for a chat that is yet to be made.</param>
    /// <exception cref="ChannelBusyException">It is not to be made now.</exception>
    public async Task WaitAsync(TenantId tenant, string? conversation, RequestKind kind, CancellationToken ct)
    {
        ThrowIfPaused(tenant);
        Tidy();
        var pace = Of(tenant);
        var wait = pace.TakeTurn(Elapsed) - Elapsed;
        do
        {
            if (wait > LongestWait) throw new ChannelBusyException(Duration.FromTimeSpan(wait));
            if (wait > TimeSpan.Zero) await Task.Delay(wait, network, ct);
            ThrowIfPaused(tenant);
            wait = pace.TryGo(conversation, kind, Elapsed);
        }
        while (wait > TimeSpan.Zero);
    }

    /// <summary>Counts an answer to a person, which goes out at once.</summary>
    public void Answered(TenantId tenant, string conversation) => Of(tenant).Go(conversation, RequestKind.Send, Elapsed);

    /// <summary>Nobody asks anything of the channel in this tenant for so long.</summary>
    public void Pause(TenantId tenant, Duration length)
    {
        var until = Now + length;
        paused.AddOrUpdate(tenant, until, (_, known) => Instant.Max(known, until));
    }

    /// <summary>When the tenant's pause ends; now where there is none.</summary>
    public Instant FreeAt(TenantId tenant) => Instant.Max(paused.GetValueOrDefault(tenant, Instant.MinValue), Now);

    private void ThrowIfPaused(TenantId tenant)
    {
        if (FreeAt(tenant) - Now is var left && left > Duration.Zero) throw new ChannelBusyException(left);
    }

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
