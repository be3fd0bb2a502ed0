using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>Asks once more. It looks nothing up, and so says nothing about whether there is such a case study.</summary>
public sealed record WithdrawCard(StoryTicket Ticket) : NoticeCard
{
    /// <summary>Shows this card.</summary>
    public const string OpenVerb = "story.withdraw";

    /// <summary>Withdraws for ever.</summary>
    public const string Verb = "story.remove";

    private protected override string? About => Ticket.Title;

    private protected override string Title(Texts texts) => texts["Withdraw.Title"];

    private protected override string Text(Texts texts) => texts["Withdraw.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) =>
    [
        Elements.Irrevocable(texts, texts["Withdraw.Button"], Verb, Ticket.Data()),
        Elements.Button(texts, texts["Withdraw.Keep"], PublishedCard.Verb, Ticket.Data()),
    ];
}
