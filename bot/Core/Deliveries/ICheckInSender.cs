namespace RetroBot.Core.Deliveries;

/// <summary>Sends one check-in card into a person's own chat.</summary>
public interface ICheckInSender
{
    /// <param name="conversation">The chat, where it is known; null to have it made.</param>
    Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, string? conversation, CancellationToken ct);
}
