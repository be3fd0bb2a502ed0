using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>How a case study fared after it was published.</summary>
/// <param name="MetricMoved">Whether the outcome that the team tracks became notably better in a digest after it had worked for others.</param>
public sealed record Support(ShownSupport Worked, ShownSupport DidNotWork, bool MetricMoved = false)
{
    public static Support None { get; } = new(ShownSupport.None, ShownSupport.None);

    /// <param name="improved">Whether the digest of the round that closes says that the team's outcome became notably better.</param>
    public Support Renewed(VoteCount votes, Threshold threshold, bool improved)
    {
        var worked = Worked.Renewed(votes.Worked, threshold);
        return new(worked, DidNotWork.Renewed(votes.DidNotWork, threshold), MetricMoved || (improved && worked.Band is not null));
    }

    public Support Ended() => this with { Worked = Worked.Ended(), DidNotWork = DidNotWork.Ended() };
}
