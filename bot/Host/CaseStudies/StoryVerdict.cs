using RetroBot.Cards.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>What became of a story when it was looked through.</summary>
internal abstract record StoryVerdict
{
    private StoryVerdict()
    {
    }

    public sealed record Refused(IReadOnlyList<StoryProblem> Problems) : StoryVerdict;

    /// <param name="Story">As the team may see it.</param>
    public sealed record Passed(WrittenStory Story, IReadOnlyList<LeftOut> LeftOut) : StoryVerdict;
}
