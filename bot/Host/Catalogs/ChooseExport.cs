using RetroBot.Cards;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Commands;

namespace RetroBot.Host.Catalogs;

/// <summary>Asks a program owner as what they want the catalog, and has it made.</summary>
internal sealed class ChooseExport(CatalogReaders readers, CatalogExport export, ExportQueue queue, ExportSettings settings) : ICommand, ICardAction
{
    public Command Name => Command.Export;

    public bool InChannel => false;

    public string Verb => ExportCard.Verb;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        if (!readers.NamesOwner(turn.Tenant, turn.User)) return new NotProgramOwnerCard();
        return await export.IsEmptyAsync(turn.Tenant, ct) ? new EmptyCatalogCard() : new ExportCard();
    }

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        if (turn.Chat is not { } chat) return new NotYoursCard();
        var asking = await HandleAsync(turn, ct);
        if (asking is not ExportCard || ExportCard.Parse(data) is not { } format) return asking;
        return queue.Add(new ExportErrand.Offer(turn, chat, format)) == QueueOutcome.Full ? new ExportFailedCard(ExportProblem.Busy, settings.LargestMegabytes) : new ExportBegunCard(format);
    }
}
