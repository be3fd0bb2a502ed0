using AdaptiveCards;

namespace RetroBot.Cards.Rounds;

/// <summary>On the day that a lead chose: whether a tool is still to be left out.</summary>
/// <param name="Reason">Redacted.</param>
public sealed record ToolReviewCard(string Tool, string Reason) : NoticeCard
{
    private protected override string Title(Texts texts) => texts.Format("ToolReview.Title", Tool);

    private protected override string Text(Texts texts) => texts.Format("ToolReview.Text", Reason);

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) =>
        [ToolsCard.OfferAgain(texts, Tool), Elements.Button(texts, texts["ToolReview.Open"], ToolsCard.OpenVerb)];
}
