using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends the cards of one tenant's rounds. A round that fails is tried again in a minute, and keeps no other waiting.</summary>
internal sealed partial class TenantSender(DeliveryQueue queue, RoundDelivery delivery, HalfWayCards halfWay, SenderLeases leases, Alarm alarm, TimeProvider time, ILogger<TenantSender> logger)
{
    private const int RoundsAtOnce = 16;

    /// <summary>Sends what is due now, and returns.</summary>
    public Task RunOnceAsync(TenantId tenant, CancellationToken ct) =>
        Parallel.ForEachAsync(queue.Take(tenant, Now), new ParallelOptions { MaxDegreeOfParallelism = RoundsAtOnce }, async (round, _) => await DeliverAsync(round, ct));

    private async Task DeliverAsync(RoundId round, CancellationToken ct)
    {
        try
        {
            if (await delivery.RunAsync(round, IsSender, ct) is { } next)
            {
                queue.PutOff(round, next);
                return;
            }
            await halfWay.RunAsync(round, IsSender, ct);
            queue.Remove(round);
            alarm.Ring();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The service stops, or another instance sends now.
            queue.PutOff(round, Now);
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault, round.Name);
            queue.PutOff(round, Now + RoundDelivery.AfterFault);
        }

        bool IsSender() => leases.Holds(round.Team.Tenant);
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sending the cards of round {Round} failed. It is tried again in a minute.")]
        public static partial void Failed(ILogger logger, Exception fault, RoundName round);
    }
}
