using AdaptiveCards;

namespace RetroBot.Cards.Welcome;

/// <summary>The first post in a team's channel: what it is worth, what it asks and stores, who sees what, and how to set up, pause and leave.</summary>
/// <param name="AddedBy">Who added RetroBot to the team; null where it is not known.</param>
/// <param name="Document">The page that says what is stored and who can read it.</param>
public sealed record TeamWelcomeCard(string TeamName, string? AddedBy, int Threshold, Uri Document) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(AddedBy is null ? texts.Format("TeamWelcome.Added", TeamName) : texts.Format("TeamWelcome.AddedBy", AddedBy, TeamName)));
        card.Body.Add(Elements.Heading(texts["TeamWelcome.Title"]));
        card.Body.Add(Elements.Paragraph(texts["TeamWelcome.Text"]));
        card.Body.Add(Elements.Explained(
            (texts["TeamWelcome.Asks"], texts["TeamWelcome.AsksValue"]),
            (texts["TeamWelcome.Stores"], texts["TeamWelcome.StoresValue"]),
            (texts["TeamWelcome.Shows"], texts.Count("TeamWelcome.ShowsValue", Threshold, Threshold)),
            (texts["TeamWelcome.Leave"], texts["TeamWelcome.LeaveValue"])));
        card.Body.Add(Elements.Subheading(texts["TeamWelcome.Start"]));
        card.Body.Add(Elements.Paragraph(texts["TeamWelcome.StartText"]));
        card.Body.Add(new AdaptiveTextBlock(texts["Promise"]) { Size = AdaptiveTextSize.Small, IsSubtle = true, Separator = true, Spacing = AdaptiveSpacing.Large, Wrap = true });
        card.Actions.Add(Elements.Link(texts["Document.Link"], Document));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["TeamWelcome.Title"], texts["TeamWelcome.Text"]);
}
