using RetroBot.Cards;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Deliveries;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Host.Teams;

/// <summary>Sends a recipe into the own chat of whoever asked for it.</summary>
internal sealed class TeamsRecipeSender(AskedCards cards) : IRecipeSender
{
    public Task<SendResult> SendAsync(Recipe recipe, string channelAccount, string? conversation, CancellationToken ct) => cards.SendAsync(
        recipe.Team, channelAccount, conversation, () => CardMessage.Of(RecipeCards.Of(recipe), Languages.Nearest(recipe.Language ?? recipe.Team.Culture).Culture), ct);
}
