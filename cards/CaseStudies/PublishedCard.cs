using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>The author's receipt. Whoever holds it can withdraw the case study: nothing else knows whose it is.</summary>
public sealed record PublishedCard(StoryTicket Ticket) : NoticeCard
{
    /// <summary>Shows the receipt again.</summary>
    public const string Verb = "story.keep";

    private protected override string Title(Texts texts) => texts["Published.Title"];

    private protected override string Text(Texts texts) => texts["Published.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [Elements.Button(texts, texts["Published.Withdraw"], WithdrawCard.OpenVerb, Ticket.Data())];
}
