using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A published case study with where it is from.</summary>
/// <param name="Round">The name of the round with whose digest it was published, such as <c>2026-W47</c>.</param>
/// <param name="Monday">Of that ISO week.</param>
public sealed record SharedRecipe(string TeamName, string Round, DateOnly Monday, DigestStory Story)
{
    internal IEnumerable<AdaptiveElement> Draw(Texts texts) =>
    [
        Elements.Overline(texts.Format("Recipe.Overline", TeamName, Monday, Round)),
        Elements.Heading(texts.Value(Story.Story.Title)),
        .. StoryView.Standing(texts, Story.Story, Story.Signature, Story.Level),
        .. SupportView.Draw(texts, Story),
        .. StoryView.Steps(texts, Story.Story),
    ];

    internal string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Recipe.Summary"], Story.Story.Title);
}
