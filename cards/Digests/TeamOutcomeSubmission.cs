using RetroBot.Cards.Forms;

namespace RetroBot.Cards.Digests;

/// <summary>What came back from the form of a team's outcome.</summary>
public abstract record TeamOutcomeSubmission
{
    private TeamOutcomeSubmission()
    {
    }

    public sealed record Incomplete(FormEntries Entries) : TeamOutcomeSubmission;

    public sealed record Complete(TrackedValue Tracked) : TeamOutcomeSubmission;
}
