using AdaptiveCards;

namespace RetroBot.Cards.Catalogs;

/// <summary>The file is on its way. It says what to do where nothing comes of it, since whoever sends it may be cut off.</summary>
/// <param name="Percent">How much has arrived; null where nothing has yet.</param>
public sealed record ExportUnderWayCard(int? Percent) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["ExportUnderWay.Title"]));
        if (Percent is { } percent) card.Body.Add(Elements.Paragraph(texts.Format("ExportUnderWay.Percent", percent)));
        card.Body.Add(Elements.Paragraph(texts["ExportUnderWay.Text"]));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["ExportUnderWay.Title"], texts["ExportUnderWay.Text"]);
}
