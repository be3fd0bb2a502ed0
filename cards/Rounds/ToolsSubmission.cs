using RetroBot.Cards.Forms;

namespace RetroBot.Cards.Rounds;

/// <summary>What came back from the tools card.</summary>
public abstract record ToolsSubmission
{
    private ToolsSubmission()
    {
    }

    public sealed record Incomplete(FormEntries Entries) : ToolsSubmission;

    /// <param name="Tool">With the reason as it was typed.</param>
    public sealed record Complete(ToolLeftOut Tool) : ToolsSubmission;
}
