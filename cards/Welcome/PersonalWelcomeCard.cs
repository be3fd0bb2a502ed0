using AdaptiveCards;

namespace RetroBot.Cards.Welcome;

/// <summary>The first message in a person's own chat, when that person added RetroBot there.</summary>
/// <param name="Document">The page that says what is stored and who can read it.</param>
public sealed record PersonalWelcomeCard(Uri Document) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["PersonalWelcome.Title"]));
        card.Body.Add(Elements.Paragraph(texts["PersonalWelcome.Text"]));
        card.Body.Add(Elements.Subheading(texts["Promise.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Promise"]));
        card.Body.Add(Elements.Note(texts["PersonalWelcome.Commands"]));
        card.Actions.Add(Elements.Link(texts["Document.Link"], Document));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["PersonalWelcome.Title"], texts["PersonalWelcome.Text"]);
}
