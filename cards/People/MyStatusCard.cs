using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <summary>Whether the reader is asked, by which teams and when, and how to change it. Never whether they have answered.</summary>
public sealed record MyStatusCard(AskedState State, OwnTeams Teams) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(Title(texts)));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        card.Body.AddRange(Teams.Elements(texts));
        if (IsAskedByNobody) return;

        card.Body.Add(Elements.Note(texts["WhatIsStored.OpenRound"]).Spaced(AdaptiveSpacing.Medium));
        card.Body.Add(Elements.Note(texts["MyStatus.Ways"]));
        card.Actions.AddRange(State is AskedState.Asked
            ? [Elements.Button(texts, texts["Paused.Button"], PausedCard.Verb), Elements.Button(texts, texts["Stopped.Button"], StoppedCard.Verb)]
            : StartedCard.Buttons(texts, ticket: null));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", Title(texts), Text(texts));

    private bool IsAskedByNobody => State is AskedState.Asked && Teams.Known.Count == 0;

    private string Title(Texts texts) => texts[State switch
    {
        AskedState.Paused => "MyStatus.PausedTitle",
        AskedState.Stopped => "MyStatus.StoppedTitle",
        _ => IsAskedByNobody && Teams.IsComplete ? "MyStatus.NoTeamTitle" : "MyStatus.AskedTitle",
    }];

    private string Text(Texts texts) => State switch
    {
        AskedState.Paused(var until) => texts.Format("Paused.Text", until),
        AskedState.Stopped => texts["MyStatus.StoppedText"],
        _ => IsAskedByNobody ? Teams.WhyNone(texts) : texts["MyStatus.AskedText"],
    };
}
