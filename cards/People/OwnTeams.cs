using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <summary>The teams that somebody is asked for, and when.</summary>
/// <param name="IsComplete">Whether Teams told of every team; where it did not, one may be missing.</param>
public sealed record OwnTeams(IReadOnlyList<(string Name, TeamOutlook Outlook)> Known, bool IsComplete)
{
    private const int MostTeams = 12;

    internal string WhyNone(Texts texts) => texts[IsComplete ? "MyTeams.None" : "MyTeams.Incomplete"];

    /// <summary>Each with when; empty where none is known.</summary>
    internal IEnumerable<AdaptiveElement> Elements(Texts texts)
    {
        if (Known.Count == 0) yield break;
        yield return Cards.Elements.Explained(Known.Take(MostTeams).Select(team => (texts.Value(team.Name), team.Outlook.Text(texts))));
        if (Known.Count > MostTeams) yield return Cards.Elements.Note(texts.Count("WhatIsStored.MoreTeams", Known.Count - MostTeams, Known.Count - MostTeams));
        if (!IsComplete) yield return Cards.Elements.Note(texts["MyTeams.Incomplete"]);
    }
}
