using AdaptiveCards;
using RetroBot.Cards.People;

namespace RetroBot.Cards.CheckIns;

/// <summary>Somebody wants to answer, and no round of theirs is open.</summary>
public sealed record NoCheckInCard(OwnTeams Teams) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["NoCheckIn.Title"]));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        card.Body.AddRange(Teams.Elements(texts));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["NoCheckIn.Title"], Text(texts));

    private string Text(Texts texts) => Teams.Known.Count > 0 ? texts["NoCheckIn.Text"] : Teams.WhyNone(texts);
}
