using AdaptiveCards;

namespace RetroBot.Cards.CheckIns;

/// <param name="Teams">The team whose card this was asked from, or, where it was written, all of the person's.</param>
/// <param name="Document">The page that says what is stored and who can read it.</param>
/// <param name="Ticket">Leads back to the card from which this was asked; null where it was written.</param>
/// <param name="IsComplete">Whether Teams told of every team; where it did not, one may be missing.</param>
public sealed record WhyAskedCard(IReadOnlyList<AskingTeam> Teams, Uri Document, Ticket? Ticket = null, bool IsComplete = true) : Card
{
    public const string Verb = "check-in.why";

    /// <summary>More would make a wall of text.</summary>
    private const int MostTeams = 12;

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["WhyAsked.Title"]));
        card.Body.AddRange(Reasons(texts).Select(Elements.Paragraph));
        card.Body.Add(Elements.Paragraph(texts["WhyAsked.Purpose"]));
        card.Body.Add(Elements.Subheading(texts["Promise.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Promise"]));
        card.Body.Add(Elements.Note(texts["WhyAsked.Leave"]));
        if (Ticket is not null) card.Actions.Add(CheckInCard.BackButton(texts, Ticket));
        card.Actions.Add(Elements.Link(texts["Document.Link"], Document));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["WhyAsked.Title"], Reasons(texts).First());

    private IEnumerable<string> Reasons(Texts texts) =>
        Teams.Count == 0 ? [texts[IsComplete ? "MyTeams.None" : "MyTeams.Incomplete"]] : Teams.Take(MostTeams).Select(team => team.Reason(texts));
}
