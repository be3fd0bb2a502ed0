using RetroBot.Core.Deliveries;

namespace RetroBot.Core.CaseStudies;

/// <summary>Sends a recipe into the own chat of whoever asked for it.</summary>
public interface IRecipeSender
{
    /// <summary>Sends it when it is its turn in the tenant's pace. A chat that is not known, or not there any more, is made first, and noted nowhere.</summary>
    /// <param name="channelAccount">The id by which the channel addresses the person.</param>
    /// <param name="conversation">Their chat; null where it is not known.</param>
    /// <returns>What became of it; <see cref="SendResult.Unknown"/> is not tried again. Never <see cref="SendResult.ChatMade"/>.</returns>
    Task<SendResult> SendAsync(Recipe recipe, string channelAccount, string? conversation, CancellationToken ct);
}
