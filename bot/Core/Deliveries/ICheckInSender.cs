using RetroBot.Core.Rounds;

namespace RetroBot.Core.Deliveries;

/// <summary>Sends one check-in card into a person's own chat.</summary>
public interface ICheckInSender
{
    Task<SendResult> SendAsync(Team team, Delivery to, CheckInInvitation invitation, CancellationToken ct);
}
