using AdaptiveCards;

namespace RetroBot.Cards.Rounds;

/// <param name="LeadNames">Everybody who may change this.</param>
public sealed record SetupSavedCard(Ticket Ticket, string TeamName, Setup Setup, IReadOnlyList<string> LeadNames, Moment NextOpens) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(texts.Value(TeamName)));
        card.Body.Add(Elements.Heading(texts["SetupSaved.Title"]));
        card.Body.Add(Elements.Paragraph(texts.Format("SetupSaved.Text", NextOpens.LocalAndUtc(texts))));
        card.Body.Add(Elements.Facts(Facts(texts)));
        card.Actions.Add(Elements.Button(texts, texts["SetupSaved.Change"], SetupCard.OpenVerb, Ticket.Data()));
    }

    private protected override string Summarize(Texts texts) =>
        texts.Format("Notice.Summary", texts["SetupSaved.Title"], texts.Format("SetupSaved.Text", NextOpens.LocalAndUtc(texts)));

    private IEnumerable<(string Name, string Text)> Facts(Texts texts)
    {
        yield return (texts["SetupSaved.Asked"], texts.Format("SetupSaved.AskedValue", Choices.TextOf(texts, Setup.Cadence), Choices.TextOf(texts, Setup.Day), Setup.Time, Setup.Zone));
        yield return (texts["SetupSaved.Open"], texts.Count("SetupSaved.Days", Setup.OpenDays, Setup.OpenDays));
        yield return (texts["SetupSaved.Threshold"], texts.Count("SetupSaved.ThresholdValue", Setup.Threshold, Setup.Threshold));
        yield return (texts["SetupSaved.Reminder"], texts[Setup.Reminds ? "SetupSaved.ReminderOn" : "SetupSaved.ReminderOff"]);
        yield return (texts["SetupSaved.Language"], Setup.Language.OwnName);
        if (Setup.Tools.Count > 0) yield return (texts["SetupSaved.Tools"], string.Join(texts["List.Separator"], Setup.Tools.Select(texts.Value)));
        if (LeadNames.Count > 0) yield return (texts["SetupSaved.Leads"], string.Join(texts["List.Separator"], LeadNames.Select(texts.Value)));
    }
}
