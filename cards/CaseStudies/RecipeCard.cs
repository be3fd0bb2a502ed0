using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A recipe, in the own chat of whoever asked for it.</summary>
/// <param name="Ticket">Null once voting has ended.</param>
/// <param name="Notice">For whoever has just voted; null at first.</param>
public sealed record RecipeCard(SharedRecipe Recipe, RecipeTicket? Ticket, StoryNotice? Notice = null) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        if (Notice is { } notice) card.Body.Add(Elements.Notice(Choices.TextOf(texts, notice)));
        card.Body.AddRange(Recipe.Draw(texts));
        if (Ticket is { } ticket && Recipe.Story.TakesVotes) card.Actions.AddRange(StoryVote.Buttons(texts, RecipeVote.Verb, ticket.Data()));
    }

    private protected override string Summarize(Texts texts) => Recipe.Summarize(texts);
}
