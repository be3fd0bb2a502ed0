using RetroBot.Cards.Rounds;

namespace RetroBot.Cards.CheckIns;

/// <summary>The round that a check-in card asks for.</summary>
/// <param name="Monday">The Monday of the round's ISO week.</param>
/// <param name="AddedBy">Who added RetroBot to the team, for a person's first card; null on later ones, or where it is not known.</param>
/// <param name="Tools">What may be named as the tool; empty where the team lists none.</param>
/// <param name="AsksObligation">Whether this round asks how obliged people feel.</param>
public sealed record CheckInContext(Ticket Ticket, string TeamName, DateOnly Monday, Moment Closes, string? AddedBy, IReadOnlyList<string> Tools, bool AsksObligation)
{
    /// <summary>Null for the card that is sent when the round opens.</summary>
    public SentAgain? Again { get; init; }

    /// <summary>How often the team is asked: the question is about the time since it was asked before.</summary>
    public CadenceChoice Cadence { get; init; }

    /// <summary>Whether the person paused or stopped, and asked for the card all the same.</summary>
    public bool IsNotAsked { get; init; }

    internal string Question(Texts texts) => texts[Cadence switch
    {
        CadenceChoice.Weekly => "CheckIn.Question",
        CadenceChoice.Fortnightly => "CheckIn.QuestionFortnightly",
        CadenceChoice.EveryFourWeeks => "CheckIn.QuestionEveryFourWeeks",
        var other => throw new InvalidOperationException($"No question for {other}."),
    }];

    internal string Overline(Texts texts) => texts.Format("CheckIn.Overline", TeamName, Monday);
}
