using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>How a case study fared with others.</summary>
public sealed record Support(ShownSupport Worked, ShownSupport DidNotWork)
{
    public static Support None { get; } = new(ShownSupport.None, ShownSupport.None);

    public Support Renewed(VoteCount votes, Threshold threshold) =>
        new(Worked.Renewed(votes.Worked, threshold), DidNotWork.Renewed(votes.DidNotWork, threshold));

    public Support Ended() => new(Worked.Ended(), DidNotWork.Ended());
}
