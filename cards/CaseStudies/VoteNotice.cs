namespace RetroBot.Cards.CaseStudies;

/// <summary>What whoever pressed a vote reads above the digest.</summary>
public enum VoteNotice
{
    Kept,
    VotingEnded,

    /// <summary>Its author withdrew it.</summary>
    StoryGone,
}
