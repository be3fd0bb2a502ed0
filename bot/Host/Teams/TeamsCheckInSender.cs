using RetroBot.Cards;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.CheckIns;

namespace RetroBot.Host.Teams;

/// <summary>Sends the check-in card into a member's own chat.</summary>
internal sealed class TeamsCheckInSender(OwnChats chats) : ICheckInSender
{
    public Task<SendResult> MakeChatAsync(Delivery to, Team team, CancellationToken ct) => chats.MakeAsync(team, to.ChannelAccount, isCounted: true, ct);

    public Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, string conversation, CancellationToken ct) => chats.SendAsync(
        invitation.Team, conversation, () => CardMessage.Of(CheckInCards.First(invitation), Languages.Nearest(invitation.Language ?? invitation.Team.Culture).Culture), isCounted: invitation.Again is null, ct);
}
