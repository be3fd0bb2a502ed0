using RetroBot.Cards.Catalogs;
using RetroBot.Core;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Catalogs;

/// <summary>Carries out the exports that were asked for, and tells whoever waits what became of them, also where the service is stopped meanwhile.</summary>
internal sealed partial class ExportWorker(ExportQueue queue, OfferExport offer, SendExport send, IFileChat files, ExportSettings settings, ExportInstruments instruments, TimeProvider time, ILogger<ExportWorker> logger) : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    /// <summary>Carries out what is queued now, and returns.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        List<Task> running = [];
        while (queue.TryTake(out var errand)) running.Add(RunAsync(errand, ct));
        await Task.WhenAll(running);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // What was not begun is told so.
        await RunOnceAsync(new CancellationToken(canceled: true));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Parallel.ForEachAsync(queue.AllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (errand, _) => await RunAsync(errand, stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task RunAsync(ExportErrand errand, CancellationToken ct)
    {
        var reply = new ExportReply(files, errand.Chat, errand.Turn.Culture, (errand as ExportErrand.Upload)?.Asked);
        var problem = await TryAsync(errand, reply, ct);
        // An offer that was made is counted when the file is sent.
        if (problem is not null || errand is ExportErrand.Upload) instruments.Ended(CatalogFiles.ExtensionOf(errand.Format), problem);
        if (problem is { } why) await TellAsync(reply, why);
        queue.Ended(errand, forGood: errand is ExportErrand.Upload && problem is null or ExportProblem.Unconfirmed);
    }

    private async Task<ExportProblem?> TryAsync(ExportErrand errand, ExportReply reply, CancellationToken ct)
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            return errand switch
            {
                ExportErrand.Offer it => await offer.RunAsync(it, reply, ct),
                ExportErrand.Upload it => await send.RunAsync(it, reply, ct),
                _ => throw new InvalidOperationException("No such errand."),
            };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return ExportProblem.Interrupted;
        }
        catch (OperationCanceledException)
        {
            return ExportProblem.TooSlow;
        }
        catch (StorageUnavailableException fault)
        {
            Log.StorageUnavailable(logger, fault);
            return ExportProblem.StorageSilent;
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault);
            return ExportProblem.Broken;
        }
    }

    private async Task TellAsync(ExportReply reply, ExportProblem problem)
    {
        using var limit = new CancellationTokenSource(LastWords, time);
        try
        {
            await reply.SayAsync(new ExportFailedCard(problem, settings.LargestMegabytes), limit.Token);
        }
        catch (Exception fault)
        {
            Log.NotTold(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Storage was out of reach during an export; whoever waits for it is told.")]
        public static partial void StorageUnavailable(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "An export failed; whoever waits for it is told.")]
        public static partial void Failed(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Whoever waits for an export could not be told that it failed. The card says to ask again after a while.")]
        public static partial void NotTold(ILogger logger, Exception fault);
    }
}
