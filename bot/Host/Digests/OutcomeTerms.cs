using RetroBot.Cards.Digests;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Digests;

/// <summary>Says in the words of cards what Core knows of a team's outcome, and back.</summary>
internal static class OutcomeTerms
{
    public static TeamOutcomeContext ContextOf(Team team) => new(team.Name, Of(team.Outcome.Waiting), Of(team.Outcome.Shown));

    public static OutcomeShown Of(TwoNumbers two) => new(Tracked(two.Outcome), two is { Before: { } before } && two.Movement() is { } movement ? new OutcomeBefore(before, Of(movement)) : null)
    {
        Helped = two.Helped,
        Warning = two.Warning is { } warning ? Of(warning) : null,
    };

    public static TeamMetric Of(MetricChoice metric) => metric switch
    {
        MetricChoice.CycleTime => TeamMetric.CycleTime,
        MetricChoice.EscapedDefects => TeamMetric.EscapedDefects,
        MetricChoice.Satisfaction => TeamMetric.Satisfaction,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    private static TrackedValue? Of(TeamOutcome? outcome) => outcome is null ? null : Tracked(outcome);

    private static TrackedValue Tracked(TeamOutcome outcome) => new(Of(outcome.Metric), outcome.Value);

    private static MetricChoice Of(TeamMetric metric) => metric switch
    {
        TeamMetric.CycleTime => MetricChoice.CycleTime,
        TeamMetric.EscapedDefects => MetricChoice.EscapedDefects,
        TeamMetric.Satisfaction => MetricChoice.Satisfaction,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    private static OutcomeMove Of(OutcomeMovement movement) => movement switch
    {
        OutcomeMovement.Better => OutcomeMove.Better,
        OutcomeMovement.Same => OutcomeMove.Same,
        OutcomeMovement.Worse => OutcomeMove.Worse,
        _ => throw new ArgumentOutOfRangeException(nameof(movement), movement, null),
    };

    private static NumbersWarning Of(Disagreement disagreement) => disagreement switch
    {
        Disagreement.ManyHelpedYetWorse => NumbersWarning.ManyHelpedYetWorse,
        Disagreement.FewHelpedYetBetter => NumbersWarning.FewHelpedYetBetter,
        _ => throw new ArgumentOutOfRangeException(nameof(disagreement), disagreement, null),
    };
}
