using Microsoft.Bot.Schema;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Cards into people's own chats: one request each, and what Teams' answer means. The caller waits for its turn in the pace.</summary>
internal sealed partial class OwnChats(ProactiveTurns turns, TimeProvider time, ILogger<OwnChats> logger)
{
    /// <summary>Has the person's chat made, or finds the one there is. It can be repeated, so that it is never in doubt.</summary>
    /// <param name="isCounted">As in <see cref="ChannelRequest.IsCounted"/>.</param>
    public async Task<SendResult> MakeAsync(Team team, string channelAccount, bool isCounted, CancellationToken ct)
    {
        var result = await TryAsync(async () => new SendResult.ChatMade(await turns.MakeChatAsync(team, channelAccount, isCounted, ct)), mayHaveArrived: _ => false);
        return result is SendResult.ChatGone ? new SendResult.Refused(DeliveryState.Unreachable) : result;
    }

    /// <param name="isCounted">As above.</param>
    public Task<SendResult> SendAsync(Team team, string conversation, Func<Activity> message, bool isCounted, CancellationToken ct)
    {
        var request = new ChannelRequest(team.Id.Tenant, team.ServiceUrl, conversation, RequestKind.Send) { IsCounted = isCounted };
        return TryAsync(async () =>
        {
            var card = message();
            await turns.InChatAsync(team, conversation, request, (turn, token) => turn.SendActivityAsync(card, token), ct);
            return new SendResult.Sent();
        }, mayHaveArrived: fault => request.HasLeft && !HadNoConnection(fault));
    }

    private async Task<SendResult> TryAsync(Func<Task<SendResult>> send, Func<Exception, bool> mayHaveArrived)
    {
        try
        {
            return await send();
        }
        catch (Exception fault) when (ChannelFaults.IsNoToken(fault))
        {
            return new SendResult.Impossible($"there is no token for Teams; check MicrosoftAppId, MicrosoftAppTenantId, and that the secret, certificate or managed identity is still valid ({fault.GetBaseException().Message.Split('\n')[0].Trim()})");
        }
        catch (Exception fault)
        {
            var refusal = Refusal.Of(fault, time.GetUtcNow().ToInstant());
            if (refusal.Status == Refusal.NoAnswer) Log.Cut(logger, fault);
            return ResultOf(refusal, mayHaveArrived(fault));
        }
    }

    private SendResult ResultOf(Refusal refusal, bool mayHaveArrived)
    {
        switch (SendErrors.MeaningOf(refusal))
        {
            case SendMeaning.TryLater:
                return new SendResult.TryLater(refusal.RetryAfter);
            case SendMeaning.Ambiguous:
                return mayHaveArrived ? new SendResult.Unknown() : new SendResult.TryLater(refusal.RetryAfter);
            case SendMeaning.Blocked:
                return new SendResult.Refused(DeliveryState.Blocked);
            case SendMeaning.NotInstalled:
                return new SendResult.Refused(DeliveryState.NotInstalled);
            case SendMeaning.Unreachable:
                return new SendResult.Refused(DeliveryState.Unreachable);
            case SendMeaning.Unexplained:
                Log.Unexplained(logger, refusal.Status, refusal.Code);
                return new SendResult.Refused(DeliveryState.Unreachable);
            case SendMeaning.ChatGone:
                Log.ChatGone(logger);
                return new SendResult.ChatGone();
            case SendMeaning.DisabledByAdmin:
                return new SendResult.Impossible("the tenant's administrator has disabled the bot (BotDisabledByAdmin); it must be allowed again in the Teams admin center");
            case SendMeaning.NotRegistered:
                return new SendResult.Impossible($"Teams does not accept the bot ({refusal.Status}, {refusal.Code}); check the bot's registration, MicrosoftAppId, MicrosoftAppTenantId and the identity or secret");
            case SendMeaning.TooBig:
                Log.TooBig(logger);
                return new SendResult.Refused(DeliveryState.Unreachable);
            default:
                throw new InvalidOperationException("No rule for this meaning.");
        }
    }

    private static bool HadNoConnection(Exception fault) => fault is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A card met a fault that is no answer of the channel's.")]
        public static partial void Cut(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Teams refused a card for somebody's own chat with {Status} ({Code}), which is not documented. The person counts as not reachable.")]
        public static partial void Unexplained(ILogger logger, int status, string code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A person's chat is not there any more (404 ConversationNotFound). A new one is made, once.")]
        public static partial void ChatGone(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "Teams refused a card for somebody's own chat because it is too big (413). This is a defect of RetroBot: please report it, with the number of tools that the team has set up.")]
        public static partial void TooBig(ILogger logger);
    }
}
