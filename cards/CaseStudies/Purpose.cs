using RetroBot.Cards.Forms;

namespace RetroBot.Cards.CaseStudies;

/// <summary>What came back from the two questions before the form. Every later step asks the card for it again.</summary>
public abstract record Purpose
{
    private Purpose()
    {
    }

    public sealed record Incomplete(FormEntries Entries) : Purpose;

    public sealed record Declined(DeclineReason Reason) : Purpose;

    /// <summary>A task for work, and done for its own sake.</summary>
    public sealed record Accepted : Purpose;
}
