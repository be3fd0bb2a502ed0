using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>No case study, and no reproach: nothing was kept.</summary>
/// <param name="Team">For which another can be told.</param>
public sealed record DeclinedCard(DeclineReason Reason, string Team) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Declined.Title"];

    private protected override string Text(Texts texts) => texts.Format("Story.AnswerStays", new Phrase(Choices.TextOf(texts, Reason)));

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [PurposeCard.OpenButton(texts, Team)];
}
