using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;

namespace RetroBot.Host.CaseStudies;

/// <summary>Stories between cards and Core. Choices have the same names on both sides; a test keeps them so.</summary>
internal static class StoryTerms
{
    /// <exception cref="ArgumentException">The story is none that Core takes. The message does not repeat it.</exception>
    public static Story Of(WrittenStory story) => new(
        story.Title, story.UsualWay, story.AiRole, story.HumanCheck, [.. story.Changes.Select(Same<ChangeChoice, Change>)], story.NotWhen, story.HowToTry, story.Tool,
        Same<AreaChoice, WorkArea>(story.Area), story.Discovery is { } found ? Same<DiscoveryChoice, Discovery>(found) : null,
        story.Evidence is { } link ? new EvidenceLink(link) : null, story.Confidence is { } sure ? Same<ConfidenceChoice, Confidence>(sure) : null);

    public static WrittenStory Of(Story story, bool withName) => new(
        story.Title, story.UsualWay, story.AiRole, story.HumanCheck, [.. story.Changes.Select(Same<Change, ChangeChoice>)], story.NotWhen, story.HowToTry, story.Tool,
        Same<WorkArea, AreaChoice>(story.Area), story.Discovery is { } found ? Same<Discovery, DiscoveryChoice>(found) : null,
        story.Evidence?.Value, story.Confidence is { } sure ? Same<Confidence, ConfidenceChoice>(sure) : null, withName);

    public static Vote Of(VoteChoice choice) => Same<VoteChoice, Vote>(choice);

    public static VerificationLevel Of(VerificationStep step) => Same<VerificationStep, VerificationLevel>(step);

    public static AreaChoice Of(WorkArea area) => Same<WorkArea, AreaChoice>(area);

    private static TTo Same<TFrom, TTo>(TFrom value)
        where TFrom : struct, Enum
        where TTo : struct, Enum => Enum.Parse<TTo>(value.ToString());
}
