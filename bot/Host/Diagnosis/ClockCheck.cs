using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core;

namespace RetroBot.Host.Diagnosis;

/// <summary>Holds this instance's clock against those of storage and of Teams: rounds open and close by it.</summary>
internal sealed class ClockCheck(IStorageProbe storage, ChannelClock channel, TimeProvider time) : ICheck
{
    private static readonly Duration Tolerance = Duration.FromMinutes(2);

    public CheckSubject Subject => CheckSubject.Clock;

    public async Task<Finding> LookAsync(CancellationToken ct)
    {
        List<Remark> remarks = [];
        if (await BehindStorageAsync(ct) is { } storages && IsMuch(storages)) remarks.Add(new Remark.Plain(CheckMessage.StorageClockDiffers));
        if (channel.Behind is { } channels && IsMuch(channels)) remarks.Add(new Remark.Plain(CheckMessage.TeamsClockDiffers));
        return remarks.Count > 0 ? new Finding.NeedsAttention(remarks) : new Finding.Works(new Remark.Plain(CheckMessage.ClockRight));
    }

    /// <returns>Null where storage does not say; that it does not answer is another check's matter.</returns>
    private async Task<Duration?> BehindStorageAsync(CancellationToken ct)
    {
        try
        {
            return await storage.TouchAsync(ct) - time.GetUtcNow().ToInstant();
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    private static bool IsMuch(Duration behind) => behind > Tolerance || behind < -Tolerance;
}
