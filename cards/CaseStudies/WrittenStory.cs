using RetroBot.Cards.CheckIns;

namespace RetroBot.Cards.CaseStudies;

/// <summary>What an author wrote, complete in form. What it may say is judged by the receiver.</summary>
/// <param name="Tool">One of the team's; null where none was named.</param>
/// <param name="WithName">Whether the author wishes to sign with their name.</param>
public sealed record WrittenStory(
    string Title,
    string? UsualWay,
    string? AiRole,
    string? HumanCheck,
    IReadOnlyList<ChangeChoice> Changes,
    string? NotWhen,
    string HowToTry,
    string? Tool,
    AreaChoice Area,
    DiscoveryChoice? Discovery,
    string? Evidence,
    ConfidenceChoice? Confidence,
    bool WithName)
{
    /// <summary>Characters.</summary>
    public const int LongestTitle = 80;

    /// <summary>Characters of every other text. A preview holds each three times, and still fits into a card, in any script.</summary>
    public const int LongestText = 400;

    /// <summary>Characters.</summary>
    public const int LongestEvidence = 200;
}
