using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <summary>Says what a deletion would delete and what it would not, before anything is deleted.</summary>
/// <param name="IsNotAsked">Whether the person paused or stopped: without that note RetroBot would ask them again.</param>
/// <param name="ChoseLanguage">Whether the person chose a language.</param>
/// <param name="LeadOf">Teams that have another lead, so that the person's role can go.</param>
/// <param name="OnlyLeadOf">Teams that would be left without a lead.</param>
public sealed record DeleteDataCard(bool IsNotAsked, bool ChoseLanguage, IReadOnlyList<string> LeadOf, IReadOnlyList<string> OnlyLeadOf) : Card
{
    /// <summary>Asks; nothing is deleted.</summary>
    public const string AskVerb = "people.delete-ask";

    public const string Verb = "people.delete";

    private const string Asking = "asking";

    /// <summary>Whether the person wishes to stay unasked. What is no such wish deletes no less than everything.</summary>
    public static bool KeepsAsking(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Choice<AskingNote>(Asking) is Field<AskingNote>.Given(AskingNote.Keep);
    }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["DeleteData.Title"]));
        card.Body.Add(Elements.Subheading(texts["DeleteData.Goes"]));
        card.Body.Add(Elements.List(texts["List.Mark"], Goes(texts)));
        card.Body.Add(Elements.Subheading(texts["DeleteData.Stays"]));
        card.Body.Add(Elements.List(texts["List.Mark"], Stays(texts)));
        if (IsNotAsked)
        {
            card.Body.Add(Elements.Note(texts["DeleteData.AskedAgain"]));
            card.Actions.Add(Button(texts, texts["DeleteData.KeepAsking"], AskingNote.Keep));
        }
        card.Actions.Add(Button(texts, texts[IsNotAsked ? "DeleteData.Everything" : "DeleteData.Button"], AskingNote.Delete));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["DeleteData.Title"], texts["DeleteData.Summary"]);

    private IEnumerable<string> Goes(Texts texts)
    {
        yield return texts["DeleteData.Answer"];
        yield return texts["DeleteData.Votes"];
        if (IsNotAsked) yield return texts["DeleteData.Asking"];
        if (ChoseLanguage) yield return texts["DeleteData.Language"];
        if (LeadOf.Count > 0) yield return WithTeams(texts, "DeleteData.Lead", LeadOf);
        yield return texts["DeleteData.Name"];
        yield return texts["DeleteData.Chat"];
    }

    private IEnumerable<string> Stays(Texts texts)
    {
        yield return texts["DeleteData.Closed"];
        yield return texts["DeleteData.CaseStudies"];
        yield return texts["DeleteData.Ledger"];
        if (OnlyLeadOf.Count > 0) yield return WithTeams(texts, "DeleteData.OnlyLead", OnlyLeadOf);
    }

    private static string WithTeams(Texts texts, string key, IReadOnlyList<string> teams) => texts.Format(key, new Phrase(StoredAboutYou.TeamNames(texts, teams)));

    private static AdaptiveExecuteAction Button(Texts texts, string title, AskingNote note)
    {
        var button = Elements.Button(texts, title, Verb, new Dictionary<string, string>(StringComparer.Ordinal) { [Asking] = Choices.NameOf(note) });
        if (note is AskingNote.Delete) button.Style = "destructive";
        return button;
    }

    /// <summary>What becomes of the note that a person paused or stopped.</summary>
    private enum AskingNote
    {
        Delete,
        Keep,
    }
}
