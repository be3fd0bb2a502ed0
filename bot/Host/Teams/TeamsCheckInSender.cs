using Microsoft.Bot.Schema;
using RetroBot.Core.Deliveries;
using RetroBot.Host.CheckIns;

namespace RetroBot.Host.Teams;

/// <summary>Sends the check-in card into a member's own chat.</summary>
internal sealed class TeamsCheckInSender(ProactiveTurns turns) : ICheckInSender
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
        catch (Exception cut) when (ChannelFaults.Include(cut, ct))
        {
            return begun ? new SendResult.Unknown() : new SendResult.TryLater(SendErrors.Patience);
        }
    }
}
