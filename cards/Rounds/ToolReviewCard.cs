using AdaptiveCards;

namespace RetroBot.Cards.Rounds;

/// <summary>On the day that a lead chose: whether a tool is still to be left out.</summary>
/// <param name="Reason">What a lead said to the ground, redacted; null for nothing.</param>
public sealed record ToolReviewCard(string Tool, GroundChoice Ground, string? Reason) : NoticeCard
{
    private protected override string Title(Texts texts) => texts.Format("ToolReview.Title", Tool);

    private protected override string Text(Texts texts) => Reason is { } words
        ? texts.Format("ToolReview.TextAndWords", Choices.TextOf(texts, Ground), words)
        : texts.Format("ToolReview.Text", Choices.TextOf(texts, Ground));

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) =>
        [ToolsCard.OfferAgain(texts, Tool), Elements.Button(texts, texts["ToolReview.Open"], ToolsCard.OpenVerb)];
}
