using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>A story that its author has published, and what RetroBot needs to keep its promises about it. No author, no time, no language.</summary>
/// <param name="Signature">The author's name, if the author wished to sign; null otherwise.</param>
/// <param name="Quarter">In which it was written, in the team's zone.</param>
/// <param name="Round">The round with which it was published; null while it waits for the next close. Its digest shows it if it was among those chosen.</param>
/// <param name="VoteKey">Names voters; null once voting has ended: destroyed.</param>
public sealed record CaseStudy(CaseStudyId Id, Story Story, string? Signature, Quarter Quarter, WithdrawHash Withdraw, RoundName? Round, WrappedKey? VoteKey, Support Support)
{
    public bool IsPublished => Round is not null;

    /// <summary>Voting is over: what was shown last stays.</summary>
    public CaseStudy VotingEnded() => this with { VoteKey = null, Support = Support.Ended() };
}
