using AdaptiveCards;
using RetroBot.Cards.CaseStudies;

namespace RetroBot.Cards.CheckIns;

/// <summary>The answer is kept. The card does not repeat it, and its buttons do not carry it: a chat is no place to keep an answer in.</summary>
public sealed record SavedCard(Ticket Ticket, Moment Closes) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Saved.Title"];

    private protected override string Text(Texts texts) => texts.Format("Saved.Text", Closes.Local(texts));

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) =>
    [
        Elements.Button(texts, texts["Saved.Change"], CheckInCard.OpenVerb, Ticket.Data()),
        Elements.Button(texts, texts["AnswerDeleted.Button"], AnswerDeletedCard.Verb, Ticket.Data()),
        PurposeCard.OpenButton(texts, Ticket.Team),
    ];
}
