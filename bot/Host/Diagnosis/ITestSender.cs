using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Sends a card that says only that it came.</summary>
internal interface ITestSender
{
    /// <param name="channelAccount">The id by which the channel addresses the person.</param>
    /// <param name="conversation">Their chat; null where it is not known.</param>
    /// <param name="language">The tag of the one they chose; null for the team's.</param>
    Task<SendResult> SendAsync(Team team, string channelAccount, string? conversation, string? language, CancellationToken ct);
}
