namespace RetroBot.Cards.CaseStudies;

/// <summary>Whether a case study worked for whoever presses, under its recipe in their own chat.</summary>
public sealed record RecipeVote(RecipeTicket Ticket, VoteChoice Choice)
{
    public const string Verb = "recipe.vote";

    /// <returns>Null when a part is missing or wrong.</returns>
    public static RecipeVote? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return RecipeTicket.Of(data) is { } ticket && StoryVote.ChoiceOf(data) is { } choice ? new RecipeVote(ticket, choice) : null;
    }
}
