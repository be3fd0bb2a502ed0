using NodaTime;

namespace RetroBot.Host.Rounds;

internal abstract record ToolReviewOutcome
{
    private ToolReviewOutcome()
    {
    }

    /// <param name="Next">When the next question is due; null where there is none to come.</param>
    public sealed record NothingDue(Instant? Next) : ToolReviewOutcome;

    /// <summary>The team's row is another: it is to be looked at again.</summary>
    public sealed record Changed : ToolReviewOutcome;

    /// <summary>The channel takes nothing at the moment; the team's row says when it is looked at again.</summary>
    public sealed record PutOff : ToolReviewOutcome;
}
