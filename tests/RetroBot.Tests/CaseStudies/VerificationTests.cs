using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>The verification ladder.</summary>
public sealed class VerificationTests
{
    private static readonly ShownSupport Five = new(5, GroupBand.Of(5, new Threshold(Threshold.Lowest)));

    [Theory]
    [InlineData(null, VerificationStep.SelfReported)]
    [InlineData(Confidence.Guess, VerificationStep.SelfReported)]
    [InlineData(Confidence.Compared, VerificationStep.AuthorChecked)]
    [InlineData(Confidence.Measured, VerificationStep.AuthorChecked)]
    public void What_an_author_did_to_be_sure_is_a_step_and_to_say_nothing_of_it_is_the_first(Confidence? confidence, VerificationStep step)
    {
        Assert.Equal(step, VerificationLadder.Reached(Support.None, StoryOf(confidence)));
        Assert.Equal(step, VerificationLadder.Reached(Support.None with { DidNotWork = Five, MetricMoved = true }, StoryOf(confidence)));
        Assert.Equal(VerificationStep.WorkedForOthers, VerificationLadder.Reached(Support.None with { Worked = Five }, StoryOf(confidence)));
        Assert.Equal(VerificationStep.TeamMetricMoved, VerificationLadder.Reached(Support.None with { Worked = Five, MetricMoved = true }, StoryOf(confidence)));
    }

    [Fact]
    public void Where_neither_is_shown_no_step_is() => Assert.Null(VerificationLadder.Reached(Support.None, confidence: null));

    private static Story StoryOf(Confidence? confidence) =>
        new("Title", null, null, null, [Change.FewerErrors], null, "How to try it", null, WorkArea.Planning, null, null, confidence);
}
