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

        card.Body.Add(new AdaptiveFactSet
        {
            Spacing = AdaptiveSpacing.Medium,
            Facts =
            [
                new(texts["Status.NotReachable"], texts.Format("Status.Number", sending.NotReachable)),
                new(texts["Status.Unconfirmed"], texts.Format("Status.Number", sending.Unconfirmed)),
            ],
        });
        card.Body.Add(Elements.Note(texts[sending.InProgress ? "Status.InProgress" : "Status.AllSent"]));
        card.Body.Add(Elements.Note(texts["Status.NoAnswers"]));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", Title(texts), Text(texts));

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
