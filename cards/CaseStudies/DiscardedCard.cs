using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>What was written is gone; it was never stored.</summary>
/// <param name="Team">For which another can be told.</param>
public sealed record DiscardedCard(string Team) : NoticeCard
{
    public const string Verb = "story.discard";

    private protected override string Title(Texts texts) => texts["Discarded.Title"];

    private protected override string Text(Texts texts) => texts.Format("Story.AnswerStays", new Phrase(texts["Discarded.Text"]));

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [PurposeCard.OpenButton(texts, Team)];
}
