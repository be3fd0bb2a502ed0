using AdaptiveCards;

namespace RetroBot.Cards;

/// <summary>The plainest shape: a heading, a sentence or two, and a button where there is something to do next.</summary>
public abstract record NoticeCard : Card
{
    private protected abstract string Title(Texts texts);

    private protected abstract string Text(Texts texts);

    /// <summary>What the card is about, in somebody's own words; null where that goes without saying.</summary>
    private protected virtual string? About => null;

    private protected virtual IEnumerable<AdaptiveAction> Actions(Texts texts) => [];

    private protected sealed override void Fill(AdaptiveCard card, Texts texts)
    {
        if (About is { } about) card.Body.Add(Elements.Overline(texts.Value(about)));
        card.Body.Add(Elements.Heading(Title(texts)));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        card.Actions.AddRange(Actions(texts));
    }

    private protected sealed override string Summarize(Texts texts) => texts.Format("Notice.Summary", Title(texts), Text(texts));
}
