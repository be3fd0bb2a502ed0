using AdaptiveCards;

namespace RetroBot.Cards.CheckIns;

/// <summary>Whoever is in several teams whose rounds are open chooses which to answer.</summary>
/// <param name="IsNotAsked">Whether the person paused or stopped, and asked for the cards all the same.</param>
public sealed record ChooseCheckInCard(IReadOnlyList<OpenRound> Rounds, bool IsNotAsked) : Card
{
    /// <summary>More would make the card too big; who is in more teams has the cards that were sent.</summary>
    private const int MostRounds = 20;

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["ChooseCheckIn.Title"]));
        card.Body.Add(Elements.Paragraph(texts["ChooseCheckIn.Text"]));
        if (IsNotAsked) card.Body.Add(Elements.Note(texts["CheckIn.NotAsked"]));
        card.Body.Add(new AdaptiveContainer { Spacing = AdaptiveSpacing.Medium, Items = [.. Rounds.Take(MostRounds).Select(round => Option(texts, round))] });
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["ChooseCheckIn.Title"], texts["ChooseCheckIn.Text"]);

    private static AdaptiveColumnSet Option(Texts texts, OpenRound round)
    {
        // A screen reader says the button's title, which is no Markdown, and not what stands on the row.
        var title = $"{round.TeamName} {OpenUntil(Texts.ForPlainText(texts.Culture), round)}";
        return Elements.Row(texts.Value(round.TeamName), texts["CheckIn.OptionMark"], Elements.Button(texts, title, CheckInCard.OpenVerb, round.Ticket.Data()), note: OpenUntil(texts, round));
    }

    private static string OpenUntil(Texts texts, OpenRound round) => texts.Format("MyTeams.Open", round.Closes.Local(texts));
}
