using RetroBot.Cards.Forms;

namespace RetroBot.Cards.Rounds;

/// <summary>What came back from the setup card.</summary>
public abstract record SetupSubmission
{
    private SetupSubmission()
    {
    }

    public sealed record Incomplete(FormEntries Entries) : SetupSubmission;

    public sealed record Complete(Setup Setup) : SetupSubmission;
}
