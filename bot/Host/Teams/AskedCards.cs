using Microsoft.Bot.Schema;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Sends a card into the own chat of whoever asked for it and waits, in the tenant's pace. A chat that is not known, or not there any more, is made first, and noted nowhere.</summary>
internal sealed class AskedCards(OwnChats chats, ChannelPace pace)
{
    /// <returns>What became of it; <see cref="SendResult.Unknown"/> is not tried again. Never <see cref="SendResult.ChatMade"/>.</returns>
    public async Task<SendResult> SendAsync(Team team, string channelAccount, string? conversation, Func<Activity> message, CancellationToken ct)
    {
        var sent = conversation is null ? new SendResult.ChatGone() : await SayAsync(conversation);
        if (sent is not SendResult.ChatGone) return sent;

        var made = await InTurnAsync(() => chats.MakeAsync(team, channelAccount, isCounted: false, ct));
        return made is SendResult.ChatMade(var chat) ? await SayAsync(chat) : made;

        Task<SendResult> SayAsync(string chat) => InTurnAsync(() => chats.SendAsync(team, chat, message, isCounted: false, ct));

        async Task<SendResult> InTurnAsync(Func<Task<SendResult>> ask)
        {
            try
            {
                if (!await pace.HasTurnAsync(team.Id.Tenant, ct)) return new SendResult.TryLater(After: null);
            }
            catch (OperationCanceledException)
            {
                return new SendResult.TryLater(After: null);
            }
            return await ask();
        }
    }
}
