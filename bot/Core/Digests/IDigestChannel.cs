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
    /// <returns>The id of the post.</returns>
    Task<string> AnnounceAsync(Team team, Round round, CancellationToken ct);

    /// <summary>Replaces the notice with the round's digest. Doing it again changes nothing.</summary>
    Task PublishAsync(Team team, Round round, CancellationToken ct);
}
