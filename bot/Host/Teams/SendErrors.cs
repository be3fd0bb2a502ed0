using System.Net;
using Microsoft.Bot.Schema;
using NodaTime;
using RetroBot.Core.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>What the channel's refusals mean ("Status codes from bot conversational APIs" and "Proactive messages", Microsoft Learn): status first, body second.</summary>
internal static class SendErrors
{
    public static readonly Duration Patience = Duration.FromSeconds(5);

    public static SendResult Classify(ErrorResponseException refused) => (refused.Response?.StatusCode, refused.Body?.Error?.Code) switch
    {
        (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.PreconditionFailed, _) => new SendResult.TryLater(RetryAfter(refused)),
        (HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout, _) => new SendResult.Unknown(),
        (HttpStatusCode.Forbidden, "ConversationBlockedByUser" or "MessageWritesBlocked") => new SendResult.Refused(DeliveryState.Blocked),
        (HttpStatusCode.Forbidden, "BotNotInConversationRoster") => new SendResult.Refused(DeliveryState.NotReachable),
        (HttpStatusCode.Forbidden, "BotDisabledByAdmin") => new SendResult.Impossible("the tenant's administrator has disabled the bot (BotDisabledByAdmin)"),
        (HttpStatusCode.Unauthorized, _) => new SendResult.Impossible("Teams refuses the bot's token (401): check MicrosoftAppId, MicrosoftAppTenantId and the identity or secret"),
        (HttpStatusCode.NotFound, _) => new SendResult.Refused(DeliveryState.NotReachable),
        (HttpStatusCode.InternalServerError, "UserNotFound") => new SendResult.Refused(DeliveryState.NotReachable),
        _ => new SendResult.Refused(DeliveryState.Failed),
    };

    private static Duration RetryAfter(ErrorResponseException refused)
    {
        var header = refused.Response?.Headers.FirstOrDefault(pair => pair.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        return int.TryParse(header, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? Duration.FromSeconds(seconds) : Patience;
    }
}
