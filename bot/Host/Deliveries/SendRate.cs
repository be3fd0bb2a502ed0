using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>One token bucket per tenant for everything that RetroBot asks of the channel.</summary>
/// <remarks>Teams allows 50 requests a second per app and tenant ("Optimize your bot with rate limiting", Microsoft Learn).</remarks>
internal sealed class SendRate : IAsyncDisposable
{
    private const int RequestsPerSecond = 50;
    private const int RefillsPerSecond = 10;

    private readonly ConcurrentDictionary<TenantId, TokenBucketRateLimiter> buckets = new();

    /// <summary>Returns when so many more requests may be made.</summary>
    /// <param name="requests">At most 5.</param>
    public async Task WaitAsync(TenantId tenant, int requests, CancellationToken ct)
    {
        var bucket = buckets.GetOrAdd(tenant, _ => new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = RequestsPerSecond / RefillsPerSecond,
            TokensPerPeriod = RequestsPerSecond / RefillsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / RefillsPerSecond),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
        using var lease = await bucket.AcquireAsync(requests, ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bucket in buckets.Values) await bucket.DisposeAsync();
    }
}
