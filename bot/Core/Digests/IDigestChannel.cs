using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>The channel in which a team reads its digests.</summary>
/// <remarks>
/// Posting cannot be repeated safely, replacing a post can. So a notice is posted first, and the digest replaces it:
/// whatever is interrupted, there is at most a second notice and never a second digest.
/// </remarks>
public interface IDigestChannel
{
    /// <summary>Says in the channel that the round is closed.</summary>
    /// <returns>The id of the post; null when the channel is gone, or RetroBot is not in it any more.</returns>
    /// <exception cref="ChannelUnavailableException">The channel did not take it, or not for certain.</exception>
    Task<string?> AnnounceAsync(Team team, Round round, CancellationToken ct);

    /// <summary>Replaces the notice with the round's digest. Doing it again changes nothing.</summary>
    /// <exception cref="ChannelUnavailableException">The channel did not take it, or not for certain.</exception>
    Task<PostOutcome> PublishAsync(Team team, Round round, CancellationToken ct);

    /// <summary>Takes a notice back that another instance's made superfluous.</summary>
    /// <exception cref="ChannelUnavailableException">The channel did not take it back; it stays.</exception>
    Task WithdrawAsync(Team team, string post, CancellationToken ct);
}
