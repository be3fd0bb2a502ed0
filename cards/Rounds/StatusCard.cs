using AdaptiveCards;

namespace RetroBot.Cards.Rounds;

public sealed record StatusCard(string TeamName, RoundStatus Status) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(texts.Value(TeamName)));
        card.Body.Add(Elements.Heading(Title(texts)));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        if (Status is not RoundStatus.Open(_, var sending)) return;

        List<AdaptiveFact> facts = [.. Numbers(sending).Where(number => number.Count > 0).Select(number => new AdaptiveFact(texts[number.Reason], texts.Format("Status.Number", number.Count)))];
        if (facts.Count > 0) card.Body.Add(new AdaptiveFactSet { Spacing = AdaptiveSpacing.Medium, Facts = facts });
        if (sending.PutOff) card.Body.Add(Elements.Note(texts["Status.PutOff"]));
        card.Body.Add(Elements.Note(texts[sending.InProgress ? "Status.InProgress" : "Status.AllSent"]));
        card.Body.Add(Elements.Note(texts["Status.NoAnswers"]));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", Title(texts), Text(texts));

    private static (string Reason, int Count)[] Numbers(Sending sending) =>
    [
        ("Status.Blocked", sending.Blocked),
        ("Status.NotInstalled", sending.NotInstalled),
        ("Status.Unreachable", sending.Unreachable),
        ("Status.Unconfirmed", sending.Unconfirmed),
    ];

    private string Title(Texts texts) => texts[Status switch
    {
        RoundStatus.Waiting(null) => "Status.NotSetUpTitle",
        RoundStatus.Waiting => "Status.WaitingTitle",
        RoundStatus.Open => "Status.OpenTitle",
        _ => "Status.ClosingTitle",
    }];

    private string Text(Texts texts) => Status switch
    {
        RoundStatus.Waiting(null) => texts["Status.NotSetUpText"],
        RoundStatus.Waiting({ } opens) => texts.Format("Status.WaitingText", opens.LocalAndUtc(texts)),
        RoundStatus.Open(var closes, _) => texts.Format("Status.OpenText", closes.LocalAndUtc(texts)),
        _ => texts["Status.ClosingText"],
    };
}
