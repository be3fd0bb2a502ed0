using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>What is shown of one kind of vote, as of the team's last close.</summary>
/// <param name="Basis">The count that <paramref name="Band"/> was made from; never shown. 0 once voting has ended.</param>
/// <param name="Band">Null below the threshold.</param>
public sealed record ShownSupport(int Basis, GroupBand? Band)
{
    public static ShownSupport None { get; } = new(0, null);

    /// <summary>Follows the votes only once at least the threshold of them came or went since it last did: one person's press never shows.</summary>
    public ShownSupport Renewed(int votes, Threshold threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(votes);
        return threshold.Allows(Math.Abs(votes - Basis)) ? new ShownSupport(votes, threshold.Allows(votes) ? GroupBand.Of(votes, threshold) : null) : this;
    }

    /// <summary>Voting is over, and the count behind the band is forgotten.</summary>
    public ShownSupport Ended() => this with { Basis = 0 };
}
