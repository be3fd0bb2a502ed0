using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>What a lead gave is kept; the channel sees what the next digest will show of it.</summary>
public sealed record TeamOutcomeKeptCard(OutcomeShown Outcome) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["ChangedKept.Title"]));
        card.Body.Add(Elements.Paragraph(texts["TeamOutcomeKept.Text"]));
        card.Body.Add(TwoNumbersView.Draw(texts, Outcome));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["ChangedKept.Title"], texts["TeamOutcomeKept.Text"]);
}
