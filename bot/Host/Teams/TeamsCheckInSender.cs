using Microsoft.Bot.Schema;
using RetroBot.Core.Deliveries;
using RetroBot.Host.CheckIns;

namespace RetroBot.Host.Teams;

/// <summary>Sends the check-in card into a member's own chat.</summary>
internal sealed partial class TeamsCheckInSender(ProactiveTurns turns, ILogger<TeamsCheckInSender> logger) : ICheckInSender
{
    public async Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, CancellationToken ct)
    {
        var culture = TeamCulture.Of(invitation.Team);
        var message = CardMessage.Of(CheckInCards.First(invitation), culture);
        var begun = false;
        try
        {
            await turns.InChatAsync(invitation.Team, to.ChannelAccount, async (turn, token) =>
            {
                begun = true;
                await turn.SendActivityAsync(message, token);
            }, ct);
            return new SendResult.Sent();
        }
        catch (ErrorResponseException refused)
        {
            var result = SendErrors.Classify(refused);
            // Creating the conversation can be repeated; it is the send whose outcome may be unknown.
            return !begun && result is SendResult.Unknown ? new SendResult.TryLater(SendErrors.Patience) : result;
        }
        catch (Exception fault)
        {
            // No answer of the channel: the connection was cut, the time is up, there is no token.
            Log.Cut(logger, fault);
            return begun ? new SendResult.Unknown() : new SendResult.TryLater(SendErrors.Patience);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A check-in card met a fault that is no answer of the channel's.")]
        public static partial void Cut(ILogger logger, Exception fault);
    }
}
