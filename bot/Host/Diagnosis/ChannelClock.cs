using NodaTime;
using NodaTime.Extensions;

namespace RetroBot.Host.Diagnosis;

/// <summary>How far this instance's clock is behind that of Teams, as the latest answer told.</summary>
internal sealed class ChannelClock(TimeProvider time)
{
    private sealed record Reading(Duration Behind);

    private volatile Reading? latest;

    /// <summary>Negative where it is ahead; null until Teams has answered.</summary>
    public Duration? Behind => latest?.Behind;

    /// <param name="at">What the answer says of its time; null where it says nothing.</param>
    public void Saw(DateTimeOffset? at)
    {
        if (at is { } told) latest = new Reading(told.ToInstant() - time.GetUtcNow().ToInstant());
    }
}
