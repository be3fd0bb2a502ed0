using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>What a lead said that the team changed is kept; the channel reads it as the next digest will show it.</summary>
/// <param name="Changed">Redacted.</param>
/// <param name="IsRedacted">Whether something was taken out. What that was stands on no card: the whole channel reads this one.</param>
public sealed record ChangedKeptCard(string Changed, bool IsRedacted) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["ChangedKept.Title"]));
        card.Body.Add(Elements.Paragraph(texts["ChangedKept.Text"]));
        card.Body.Add(ChangedView.Draw(texts, Changed));
        if (IsRedacted) card.Body.Add(Elements.Note(texts["ChangedKept.Redacted"]));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["ChangedKept.Title"], texts["ChangedKept.Text"]);
}
