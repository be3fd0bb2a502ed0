using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Catalogs;
using RetroBot.Core.Deliveries;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Offers and shows files in a person's own chat. Somebody waits for each message, so that they go ahead of what RetroBot begins itself.</summary>
internal sealed partial class TeamsFileChat(ProactiveTurns turns, TimeProvider time, ILogger<TeamsFileChat> logger) : IFileChat
{
    private const int Attempts = 3;

    public async Task<bool> OfferAsync(PersonalChat chat, ExportOffer offer, string fileName, long bytes, CultureInfo culture, CancellationToken ct) =>
        await PutAsync(chat, inPlaceOf: null, FileMessage.Asking(offer, fileName, bytes, culture), nameof(ExportOffer), ct) is not null;

    public Task<string?> SayAsync(PersonalChat chat, string? inPlaceOf, Card card, CultureInfo culture, CancellationToken ct) =>
        PutAsync(chat, inPlaceOf, CardMessage.Of(card, culture), card.GetType().Name, ct);

    public Task ShowAsync(PersonalChat chat, string? inPlaceOf, FileDestination file, CultureInfo culture, CancellationToken ct) =>
        PutAsync(chat, inPlaceOf, FileMessage.Showing(file, culture), nameof(FileDestination), ct);

    /// <returns>The message's id; null where Teams did not take it.</returns>
    private async Task<string?> PutAsync(PersonalChat chat, string? inPlaceOf, Activity message, string what, CancellationToken ct)
    {
        if (inPlaceOf is not null && await TryAsync(chat, RequestKind.Other, Update, what, ct) is { } same) return same;
        return await TryAsync(chat, RequestKind.Send, Send, what, ct);

        async Task<string> Update(ITurnContext turn, CancellationToken token)
        {
            message.Id = inPlaceOf;
            await turn.UpdateActivityAsync(message, token);
            return inPlaceOf;
        }

        async Task<string> Send(ITurnContext turn, CancellationToken token)
        {
            message.Id = null;
            return (await turn.SendActivityAsync(message, token)).Id;
        }
    }

    private async Task<string?> TryAsync(PersonalChat chat, RequestKind kind, Func<ITurnContext, CancellationToken, Task<string>> work, string what, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                string? id = null;
                await turns.InChatAsync(chat, new ChannelRequest(chat.Tenant, chat.ServiceUrl, chat.Conversation, kind, waits: false), async (turn, token) => id = await work(turn, token), ct);
                return id;
            }
            catch (Exception refused) when (!ct.IsCancellationRequested)
            {
                var refusal = Refusal.Of(refused, time.GetUtcNow().ToInstant());
                if (tries == Attempts || SendErrors.MeaningOf(refusal) != SendMeaning.TryLater)
                {
                    Log.NotTaken(logger, refused, what);
                    return null;
                }
                await Task.Delay(Backoff.After(refusal.RetryAfter, tries - 1, jitter: 0).ToTimeSpan(), time, ct);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The channel did not take a message about an export ({What}).")]
        public static partial void NotTaken(ILogger logger, Exception fault, string what);
    }
}
