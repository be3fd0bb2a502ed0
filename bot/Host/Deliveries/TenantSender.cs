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

    /// <summary>Few: first cards come first.</summary>
    private const int LooksHalfWayAtOnce = 2;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Sends what is due, also what comes to be due meanwhile, and returns when nothing is.</summary>
    public async Task RunAsync(TenantId tenant, CancellationToken ct)
    {
        List<(CardWave Wave, Task Sending)> underWay = [];
        while (true)
        {
            Begin(CardWave.First, RoundsAtOnce);
            Begin(CardWave.Second, LooksHalfWayAtOnce);
            if (underWay.Count == 0) return;

            using var looked = new CancellationTokenSource();
            await Task.WhenAny([.. underWay.Select(run => run.Sending), Task.Delay(Look, time, looked.Token)]);
            await looked.CancelAsync();
            underWay.RemoveAll(run => run.Sending.IsCompleted);
        }

        void Begin(CardWave wave, int atOnce)
        {
            if (ct.IsCancellationRequested || !leases.Holds(tenant)) return;
            foreach (var errand in queue.Take(tenant, wave, Now, atOnce - underWay.Count(run => run.Wave == wave))) underWay.Add((wave, SendAsync(errand, ct)));
        }
    }

    /// <summary>Somebody else sends for the tenant now.</summary>
    public void Forget(TenantId tenant)
    {
        foreach (var round in queue.RemoveAll(tenant))
        {
            delivery.Forget(round);
            halfWay.Forget(round);
        }
    }

    private async Task SendAsync(Errand errand, CancellationToken ct)
    {
        var round = errand.Round;
        try
        {
            var next = errand.Wave == CardWave.First ? await delivery.RunAsync(round, IsSender, ct) : await halfWay.RunAsync(round, IsSender, ct);
            if (next is { } later) queue.PutOff(errand, later, Now);
            else End(errand);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The service stops, or another instance sends now.
            queue.PutOff(errand, Now, Now);
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault, round.Name);
            queue.PutOff(errand, Now + RoundDelivery.AfterFault, Now);
        }

        bool IsSender() => leases.Holds(round.Team.Tenant);
    }

    private void End(Errand errand)
    {
        queue.Remove(errand);
        if (errand.Wave == CardWave.Second) return;
        delivery.Forget(errand.Round);
        alarm.Ring();
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sending the cards of round {Round} failed. It is tried again in a minute.")]
        public static partial void Failed(ILogger logger, Exception fault, RoundName round);
    }
}
