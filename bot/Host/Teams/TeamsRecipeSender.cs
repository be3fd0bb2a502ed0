using RetroBot.Cards;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Deliveries;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Sends a recipe into the own chat of whoever asked for it.</summary>
internal sealed class TeamsRecipeSender(OwnChats chats, ChannelPace pace) : IRecipeSender
{
    public async Task<SendResult> SendAsync(Recipe recipe, string channelAccount, string? conversation, CancellationToken ct)
    {
        var sent = conversation is null ? new SendResult.ChatGone() : await SayAsync(recipe, conversation, ct);
        if (sent is not SendResult.ChatGone) return sent;

        var made = await InTurnAsync(recipe, () => chats.MakeAsync(recipe.Team, channelAccount, ct), ct);
        return made is SendResult.ChatMade(var chat) ? await SayAsync(recipe, chat, ct) : made;
    }

    private Task<SendResult> SayAsync(Recipe recipe, string conversation, CancellationToken ct) =>
        InTurnAsync(recipe, () => chats.SendAsync(recipe.Team, conversation, () => CardMessage.Of(RecipeCards.Of(recipe), Languages.Nearest(recipe.Language ?? recipe.Team.Culture).Culture), ct), ct);

    private async Task<SendResult> InTurnAsync(Recipe recipe, Func<Task<SendResult>> ask, CancellationToken ct)
    {
        try
        {
            if (!await pace.HasTurnAsync(recipe.Team.Id.Tenant, ct)) return new SendResult.TryLater(After: null);
        }
        catch (OperationCanceledException)
        {
            return new SendResult.TryLater(After: null);
        }
        return await ask();
    }
}
