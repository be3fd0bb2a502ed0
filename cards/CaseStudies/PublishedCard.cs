using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>The author's receipt. Whoever holds it can withdraw the case study: nothing else knows whose it is.</summary>
/// <param name="IsKept">Whether the author has thought about withdrawing it, and keeps it; it may have come out long ago.</param>
public sealed record PublishedCard(StoryTicket Ticket, bool IsKept = false) : NoticeCard
{
    /// <summary>Shows the receipt again.</summary>
    public const string Verb = "story.keep";

    private protected override string? About => Ticket.Title;

    private protected override string Title(Texts texts) => texts[IsKept ? "Published.Kept" : "Published.Title"];

    private protected override string Text(Texts texts) => texts[IsKept ? "Published.Key" : "Published.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [Elements.Button(texts, texts["Published.Withdraw"], WithdrawCard.OpenVerb, Ticket.Data())];
}
