namespace RetroBot.Cards.Rounds;

/// <summary>A tool that the team does without for now.</summary>
/// <param name="Reason">Redacted.</param>
/// <param name="Review">When a lead is asked whether that is still so.</param>
public sealed record ToolLeftOut(string Tool, string Reason, DateOnly Review)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 200;
}
