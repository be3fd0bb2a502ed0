using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>Works off the queue of rounds to send. A round that fails here is queued again by the round worker.</summary>
internal sealed partial class DeliveryWorker(DeliveryQueue queue, RoundDelivery delivery, HalfWayCards halfWay, Rounds.Alarm alarm, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private const int RoundsAtOnce = 8;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(queue.ReadAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = RoundsAtOnce, CancellationToken = stoppingToken },
            async (round, ct) => await DeliverAsync(round, ct));

    /// <summary>Sends what is queued now, and returns.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        while (queue.TryTake(out var round)) await DeliverAsync(round!, ct);
    }

    private async Task DeliverAsync(RoundId round, CancellationToken ct)
    {
        try
        {
            await delivery.RunAsync(round, ct);
            await halfWay.RunAsync(round, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, fault, round.Name);
        }
        finally
        {
            queue.Finished(round);
            alarm.Ring();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sending the cards of round {Round} failed. It is tried again in a minute.")]
        public static partial void Failed(ILogger logger, Exception fault, RoundName round);
    }
}
