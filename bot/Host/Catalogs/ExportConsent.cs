using RetroBot.Cards;
using RetroBot.Cards.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>What somebody answered when Teams asked whether a file may be saved. Everything that came with the answer may be forged, but for who gave it and where.</summary>
internal sealed partial class ExportConsent(CatalogReaders readers, UploadAddresses addresses, ExportQueue queue, IFileChat files, ExportSettings settings, TimeProvider time, ILogger<ExportConsent> logger)
{
    /// <summary>Teams waits for about 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <param name="asked">The message that asked; null where it is not known.</param>
    /// <param name="offer">Null where it is none of RetroBot's.</param>
    /// <param name="to">Null where no place is named that can be one.</param>
    public async Task AcceptAsync(Turn turn, string? asked, ExportOffer? offer, FileDestination? to, CancellationToken ct)
    {
        if (turn.Chat is not { } chat) return;
        if (Begin() is { } instead) await SayAsync(turn, chat, asked, instead, ct);

        Card? Begin()
        {
            if (!readers.NamesOwner(turn.Tenant, turn.User))
            {
                Log.NotOwner(logger);
                return new NotProgramOwnerCard();
            }
            if (offer is null) return new OldCardCard();
            if (to is null || !addresses.Allow(to.Upload) || !addresses.Allow(to.Content))
            {
                Log.Elsewhere(logger);
                return new ExportFailedCard(ExportProblem.Elsewhere, settings.LargestMegabytes);
            }
            return queue.Add(new ExportErrand.Upload(turn, chat, offer.Format, offer.Code, asked, to)) == QueueOutcome.Full ? new ExportFailedCard(ExportProblem.Busy, settings.LargestMegabytes) : null;
        }
    }

    public Task DeclineAsync(Turn turn, string? asked, CancellationToken ct) => turn.Chat is { } chat ? SayAsync(turn, chat, asked, new ExportDeclinedCard(), ct) : Task.CompletedTask;

    private async Task SayAsync(Turn turn, PersonalChat chat, string? asked, Card card, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await files.SayAsync(chat, asked, card, turn.Culture, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Log.NotTold(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody who is no program owner accepted an export. They got nothing.")]
        public static partial void NotOwner(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "An export was to be put elsewhere than into OneDrive or SharePoint. Nothing was sent there. If it is the SharePoint of a cloud that RetroBot does not know, add its address to RetroBot:Teams:UploadUrls.")]
        public static partial void Elsewhere(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Teams was too busy to say what became of a consent.")]
        public static partial void NotTold(ILogger logger);
    }
}
