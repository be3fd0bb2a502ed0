using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <summary>The languages to choose from, each by its own name: one tap.</summary>
public sealed record LanguageCard(LanguageChoice Chosen) : Card
{
    public const string Verb = "people.language";

    private const string ChoiceId = "language";
    private const string AsInTeams = "teams";
    private const int LongestTag = 35;

    /// <returns>Null when the data names no language of this card.</returns>
    public static LanguageChoice? Parse(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Text(ChoiceId, LongestTag) switch
        {
            Field<string>.Given(AsInTeams) => new LanguageChoice.AsInTeams(),
            Field<string>.Given(var tag) when Languages.Find(tag) is { } language => new LanguageChoice.In(language),
            _ => null,
        };
    }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["Language.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Language.Text"]));
        card.Body.Add(new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Medium,
            Items = [.. Languages.All.Select(language => Option(texts, new LanguageChoice.In(language), language.OwnName)), Option(texts, new LanguageChoice.AsInTeams(), texts["Language.AsInTeams"])],
        });
        card.Body.Add(Elements.Note(texts["Language.Note"]).Spaced(AdaptiveSpacing.Medium));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Language.Title"], texts["Language.Text"]);

    private AdaptiveColumnSet Option(Texts texts, LanguageChoice choice, string name)
    {
        var (isChosen, mark) = (choice == Chosen, texts["Language.ChosenMark"]);
        // A screen reader says the button's title, not what stands on the row.
        var pressed = Elements.Button(texts, isChosen ? $"{name} {mark}" : name, Verb);
        pressed.Data = DataOf(choice);
        return Elements.Row(name, isChosen ? mark : texts["CheckIn.OptionMark"], pressed, isChosen ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default);
    }

    /// <summary>What takes this card's place is written in the language that was chosen; where that is Teams' own, the press tells which it is.</summary>
    private static Dictionary<string, string> DataOf(LanguageChoice choice) => choice is LanguageChoice.In(var language)
        ? new(StringComparer.Ordinal) { [ChoiceId] = language.Tag, [CardData.LanguageId] = language.Tag }
        : new(StringComparer.Ordinal) { [ChoiceId] = AsInTeams };
}
