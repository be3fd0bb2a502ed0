using System.Threading.RateLimiting;
using RetroBot.Core.People;

namespace RetroBot.Host.Web;

/// <summary>How often one reader may ask for something in a minute.</summary>
internal sealed class ReaderPace(int perMinute) : IDisposable
{
    private readonly PartitionedRateLimiter<UserId> limiter = PartitionedRateLimiter.Create<UserId, UserId>(reader => RateLimitPartition.GetFixedWindowLimiter(
        reader, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Counts a request; where it is one too many, says when the next may come.</summary>
    public bool Allows(UserId reader, HttpResponse answer)
    {
        using var lease = limiter.AttemptAcquire(reader);
        if (!lease.IsAcquired && lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) answer.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
