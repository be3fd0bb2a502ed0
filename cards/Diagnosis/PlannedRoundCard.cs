using AdaptiveCards;

namespace RetroBot.Cards.Diagnosis;

/// <summary>What the next round will be like. Nothing was sent to find out.</summary>
public sealed record PlannedRoundCard(string TeamName, PlannedRound Plan) : Card
{
    public const string Verb = "diagnose.plan";

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(texts.Value(TeamName)));
        card.Body.Add(Elements.Heading(texts["PlannedRound.Title"]));
        card.Body.Add(Elements.Paragraph(texts["PlannedRound.Text"]));
        card.Body.Add(Elements.Facts(Facts(texts)));
        card.Actions.Add(DiagnosisCard.BackButton(texts));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["PlannedRound.Title"], texts["PlannedRound.Text"]);

    private string Members(Texts texts) => Plan.Members is { } members
        ? texts.Format("PlannedRound.MembersValue", members)
        : texts["PlannedRound.MembersUnknown"];

    private IEnumerable<(string Name, string Text)> Facts(Texts texts)
    {
        yield return (texts["PlannedRound.Opens"], Plan.Opens?.LocalAndUtc(texts).Words ?? texts.Format("PlannedRound.ByHand", texts["Command.OpenNow"]));
        if (Plan.Sent is { } sent) yield return (texts["PlannedRound.Sent"], sent.LocalAndUtc(texts).Words);
        yield return (texts["PlannedRound.Closes"], Plan.Closes.LocalAndUtc(texts).Words);
        yield return (texts["PlannedRound.Members"], Members(texts));
        if (Plan.Minutes is { } minutes) yield return (texts["PlannedRound.Sending"], texts.Count("PlannedRound.Minutes", minutes, minutes));
        if (Plan.AsksObligation) yield return (texts["PlannedRound.Also"], texts["PlannedRound.Obligation"]);
        if (Plan.Tools.Count > 0) yield return (texts["SetupSaved.Tools"], string.Join(texts["List.Separator"], Plan.Tools.Select(texts.Value)));
        yield return (texts["SetupSaved.Reminder"], texts[Plan.Reminds ? "SetupSaved.ReminderOn" : "SetupSaved.ReminderOff"]);
    }
}
