namespace RetroBot.Core.Deliveries;

/// <summary>Sends one check-in card into a person's own chat.</summary>
public interface ICheckInSender
{
    Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, CancellationToken ct);
}
