using AdaptiveCards;

namespace RetroBot.Cards.CheckIns;

/// <param name="AddedBy">Who added RetroBot to the team; null where it is not known.</param>
/// <param name="Ticket">Leads back to the card from which this was asked.</param>
/// <param name="Document">The page that says what is stored and who can read it.</param>
public sealed record WhyAskedCard(Ticket Ticket, string TeamName, string? AddedBy, Uri Document) : Card
{
    public const string Verb = "check-in.why";

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["WhyAsked.Title"]));
        card.Body.Add(Elements.Paragraph(Reason(texts)));
        card.Body.Add(Elements.Paragraph(texts["WhyAsked.Purpose"]));
        card.Body.Add(Elements.Subheading(texts["Promise.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Promise"]));
        card.Body.Add(Elements.Note(texts["WhyAsked.Leave"]));
        card.Actions.Add(CheckInCard.BackButton(texts, Ticket));
        card.Actions.Add(Elements.Link(texts["Document.Link"], Document));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["WhyAsked.Title"], Reason(texts));

    private string Reason(Texts texts) => AddedBy is null ? texts.Format("WhyAsked.Member", TeamName) : texts.Format("WhyAsked.MemberAddedBy", TeamName, AddedBy);
}
