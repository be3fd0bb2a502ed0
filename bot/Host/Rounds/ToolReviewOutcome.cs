namespace RetroBot.Host.Rounds;

internal enum ToolReviewOutcome
{
    NothingDue,

    /// <summary>The team's row is another: it is to be looked at again.</summary>
    Changed,

    /// <summary>The channel takes nothing at the moment.</summary>
    NotNow,
}
