using RetroBot.Core.CheckIns;

namespace RetroBot.Core.CaseStudies;

/// <summary>The step that a case study has reached, as far as it follows from what is shown beside it: from a band, never from the count behind it.</summary>
public static class VerificationLadder
{
    /// <param name="support"><see cref="Support.None"/> where none is shown.</param>
    /// <param name="confidence">What its author did to be sure; null where that is not shown.</param>
    /// <returns>Null where neither is.</returns>
    public static VerificationStep? Reached(Support support, Confidence? confidence)
    {
        ArgumentNullException.ThrowIfNull(support);
        return (support, confidence) switch
        {
            ({ Worked.Band: not null, MetricMoved: true }, _) => VerificationStep.TeamMetricMoved,
            ({ Worked.Band: not null }, _) => VerificationStep.WorkedForOthers,
            (_, Confidence.Compared or Confidence.Measured) => VerificationStep.AuthorChecked,
            (_, Confidence.Guess) => VerificationStep.SelfReported,
            _ => null,
        };
    }

    /// <summary>For whoever reads the whole story: an author who does not say how sure they are has reported it, and no more.</summary>
    public static VerificationStep Reached(Support support, Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Reached(support, story.Confidence) ?? VerificationStep.SelfReported;
    }
}
