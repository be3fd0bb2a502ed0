namespace RetroBot.Cards.CaseStudies;

/// <summary>No case study, and no reproach: nothing was kept.</summary>
public sealed record DeclinedCard(DeclineReason Reason) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Declined.Title"];

    private protected override string Text(Texts texts) => Choices.TextOf(texts, Reason);
}
