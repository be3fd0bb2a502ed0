using AdaptiveCards;

namespace RetroBot.Cards.Catalogs;

/// <summary>Nothing was sent, as the person wished.</summary>
public sealed record ExportDeclinedCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["ExportDeclined.Title"];

    private protected override string Text(Texts texts) => texts["ExportDeclined.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [ExportCard.Again(texts)];
}
