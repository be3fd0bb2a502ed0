using AdaptiveCards;

namespace RetroBot.Cards.CheckIns;

/// <summary>Shown alike to whoever has answered and whoever has not: skipping looks nothing up.</summary>
/// <param name="Ticket">Leads back to the question from which this was chosen; null where it was written, with or without one to answer.</param>
public sealed record SkippedCard(Ticket? Ticket = null) : NoticeCard
{
    public const string Verb = "check-in.skip";

    private protected override string Title(Texts texts) => texts[Ticket is null ? "Skipped.Written" : "Skipped.Title"];

    private protected override string Text(Texts texts) => texts[Ticket is null ? "Skipped.How" : "Skipped.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => Ticket is null
        ? []
        :
        [
            Elements.Button(texts, texts["CheckIn.AnswerAfterAll"], CheckInCard.OpenVerb, Ticket.Data()),
            Elements.Button(texts, texts["AnswerDeleted.Button"], AnswerDeletedCard.Verb, Ticket.Data()),
        ];
}
