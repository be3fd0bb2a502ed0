using AdaptiveCards;
using RetroBot.Cards.People;

namespace RetroBot.Cards.CheckIns;

/// <summary>Step 1: one question, one tap.</summary>
public sealed record CheckInCard(CheckInContext Context) : Card
{
    /// <summary>Chooses an outcome.</summary>
    public const string Verb = "check-in.choose";

    /// <summary>Shows this card again.</summary>
    public const string OpenVerb = "check-in.open";

    private const string OutcomeId = "outcome";

    /// <returns>Null when the data names no outcome of this card.</returns>
    public static OutcomeChoice? Parse(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Choice<OutcomeChoice>(OutcomeId) is Field<OutcomeChoice>.Given(var outcome) ? outcome : null;
    }

    /// <summary>Whether step 2 follows. The other three outcomes end here.</summary>
    public static bool AsksMore(OutcomeChoice outcome) => outcome is OutcomeChoice.Helped or OutcomeChoice.NoDifference or OutcomeChoice.CostTime;

    internal static Dictionary<string, string> DataOf(Ticket ticket, OutcomeChoice outcome) => ticket.Data((OutcomeId, Choices.NameOf(outcome)));

    /// <summary>Leads from another card to this one.</summary>
    internal static AdaptiveExecuteAction BackButton(Texts texts, Ticket ticket) => Elements.Button(texts, texts["CheckIn.BackToQuestion"], OpenVerb, ticket.Data());

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(Context.Overline(texts)));
        card.Body.Add(Elements.Heading(Context.Question(texts)));
        if (Context.Again is { } again) card.Body.Add(Elements.Note(Choices.TextOf(texts, again)));
        if (Context.IsNotAsked) card.Body.Add(Elements.Note(texts["CheckIn.NotAsked"]));
        card.Body.Add(new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Medium,
            Items = [.. Enum.GetValues<OutcomeChoice>().Select(outcome => Option(texts, outcome))],
        });
        card.Body.Add(Elements.Note(texts.Format("CheckIn.Closes", Context.Closes.Local(texts))).Spaced(AdaptiveSpacing.Medium));
        if (Context.AddedBy is { } person) card.Body.Add(Elements.Note(texts.Format("CheckIn.AddedBy", person, Context.TeamName)));
        card.Actions.Add(new AdaptiveShowCardAction { Title = texts["CheckIn.NotNow"], Card = NotNow(texts) });
        card.Actions.Add(Elements.Button(texts, texts["WhyAsked.Button"], WhyAskedCard.Verb, Context.Ticket.Data()));
    }

    private protected override string Summarize(Texts texts) => texts.Format("CheckIn.Summary", Context.TeamName, Context.Question(texts));

    private AdaptiveColumnSet Option(Texts texts, OutcomeChoice outcome)
    {
        var text = Choices.TextOf(texts, outcome);
        return Elements.Row(text, texts["CheckIn.OptionMark"], Elements.Button(texts, text, Verb, DataOf(Context.Ticket, outcome)));
    }

    private AdaptiveCard NotNow(Texts texts) => new(new AdaptiveSchemaVersion(1, 5))
    {
        Body = [Elements.Note(texts["CheckIn.NotNowNote"])],
        Actions =
        [
            Elements.Button(texts, texts["Skipped.Button"], SkippedCard.Verb, Context.Ticket.Data()),
            Elements.Button(texts, texts["Paused.Button"], PausedCard.Verb, Context.Ticket.Data()),
            Elements.Button(texts, texts["Stopped.Button"], StoppedCard.Verb, Context.Ticket.Data()),
        ],
    };
}
