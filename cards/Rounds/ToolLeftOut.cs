namespace RetroBot.Cards.Rounds;

/// <summary>A tool that the team does without for now.</summary>
/// <param name="Reason">What a lead says to the ground, redacted; null for nothing.</param>
/// <param name="Review">When a lead is asked whether that is still so.</param>
public sealed record ToolLeftOut(string Tool, GroundChoice Ground, string? Reason, DateOnly Review)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 200;
}
