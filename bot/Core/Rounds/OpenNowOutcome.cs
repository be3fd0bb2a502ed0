namespace RetroBot.Core.Rounds;

/// <summary>What becomes of a lead's wish to open a round now.</summary>
public abstract record OpenNowOutcome
{
    private OpenNowOutcome()
    {
    }

    /// <summary>Name the opening as the team's latest; the round worker does the rest.</summary>
    public sealed record Opens(Opening Opening) : OpenNowOutcome;

    /// <summary>A round is open, or its digest is not out yet.</summary>
    public sealed record StillRunning(Round Round) : OpenNowOutcome;

    /// <summary>This period's round is over. There is one a period, and it is not opened again.</summary>
    public sealed record HeldAlready : OpenNowOutcome;
}
