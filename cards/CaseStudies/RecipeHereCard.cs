using AdaptiveCards;
using RetroBot.Cards.Digests;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A recipe in the place of the digest, for the one person who asked for it and could not be sent it.</summary>
public sealed record RecipeHereCard(SharedRecipe Recipe, NotSent Why) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Notice(Choices.TextOf(texts, Why)));
        card.Body.Add(Elements.Notice(texts["RecipeHere.Text"]).Spaced(AdaptiveSpacing.Small));
        card.Body.AddRange(Recipe.Draw(texts));
        if (Recipe.Story.TakesVotes) card.Actions.AddRange(StoryVote.Buttons(texts, new StoryPress(Recipe.Round, Recipe.Story.Id)));
        card.Actions.Add(new DigestPress(Recipe.Round).Button(texts));
    }

    private protected override string Summarize(Texts texts) => Recipe.Summarize(texts);
}
