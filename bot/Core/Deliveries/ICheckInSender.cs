using RetroBot.Core.Rounds;

namespace RetroBot.Core.Deliveries;

/// <summary>Sends check-in cards into people's own chats. Each call is one request of the channel; the caller waits for its turn in the pace.</summary>
public interface ICheckInSender
{
    /// <summary>Has the person's chat made, or finds the one there is: it can be repeated.</summary>
    /// <returns><see cref="SendResult.ChatMade"/>, or why not; neither <see cref="SendResult.Unknown"/> nor <see cref="SendResult.ChatGone"/>.</returns>
    Task<SendResult> MakeChatAsync(Delivery to, Team team, CancellationToken ct);

    Task<SendResult> SendAsync(Delivery to, CheckInInvitation invitation, string conversation, CancellationToken ct);
}
