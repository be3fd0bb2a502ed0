using RetroBot.Cards.Forms;

namespace RetroBot.Cards.CheckIns;

/// <summary>What came back from step 2.</summary>
public abstract record CheckInSubmission
{
    private CheckInSubmission()
    {
    }

    /// <summary>The data does not even name the outcome of step 1.</summary>
    public sealed record Unreadable : CheckInSubmission;

    public sealed record Incomplete(OutcomeChoice Outcome, FormEntries Entries) : CheckInSubmission;

    /// <summary>An outcome that has no further questions but the optional one of every fourth round.</summary>
    public sealed record Brief(OutcomeChoice Outcome, ObligationChoice? Obligation) : CheckInSubmission;

    /// <param name="Changes">At least one.</param>
    /// <param name="Tool">One of the round's tools; null where none was named.</param>
    public sealed record Full(OutcomeChoice Outcome, TimeChoice Time, IReadOnlyList<ChangeChoice> Changes, ConfidenceChoice Confidence, string? Tool, ObligationChoice? Obligation) : CheckInSubmission;
}
