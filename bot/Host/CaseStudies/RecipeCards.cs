using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host.Digests;

namespace RetroBot.Host.CaseStudies;

/// <summary>Fills the cards of recipes.</summary>
internal static class RecipeCards
{
    public static RecipeCard Of(Recipe recipe) => new(
        Of(recipe.Team, recipe.Round, recipe.Study),
        recipe.Ticket is { } code ? new RecipeTicket(recipe.Team.Id.Value, new StoryPress(recipe.Round.Id.Name.ToString(), recipe.Study.Id.Value), code) : null);

    public static SharedRecipe Of(Team team, Round round, CaseStudy study) =>
        new(team.Name, round.Id.Name.ToString(), round.Id.Name.Monday.ToDateOnly(), DigestCards.Of(study, withSupport: true));
}
