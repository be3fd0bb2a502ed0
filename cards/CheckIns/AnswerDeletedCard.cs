using AdaptiveCards;

namespace RetroBot.Cards.CheckIns;

public sealed record AnswerDeletedCard(Ticket Ticket) : NoticeCard
{
    public const string Verb = "check-in.delete";

    private protected override string Title(Texts texts) => texts["AnswerDeleted.Title"];

    private protected override string Text(Texts texts) => texts["AnswerDeleted.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [Elements.Button(texts, texts["CheckIn.AnswerAgain"], CheckInCard.OpenVerb, Ticket.Data())];
}
