using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A press on a button under a case study in the channel.</summary>
/// <param name="Round">Of the digest that carries it.</param>
public sealed record StoryPress(string Round, string Story)
{
    /// <summary>Sends the recipe.</summary>
    public const string RecipeVerb = "story.recipe";

    private const string RoundId = "round";
    private const string StoryId = "story";
    private const int LongestPart = 100;

    /// <returns>Null when a part is missing or wrong.</returns>
    public static StoryPress? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (data.Text(RoundId, LongestPart), data.Text(StoryId, LongestPart)) is (Field<string>.Given(var round), Field<string>.Given(var story)) ? new StoryPress(round, story) : null;
    }

    internal AdaptiveExecuteAction RecipeButton(Texts texts) => Elements.Button(texts, texts["Recipe.Button"], RecipeVerb, Data());

    internal Dictionary<string, string> Data() => new(StringComparer.Ordinal) { [RoundId] = Round, [StoryId] = Story };
}
