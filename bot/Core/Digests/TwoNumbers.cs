namespace RetroBot.Core.Digests;

/// <summary>What a lead tracks beside what the team says, as a digest shows it. Plain values that any JSON writer keeps; made of what is published with them, and of no count.</summary>
/// <param name="Before">Its value in the last digest that showed the same metric; null where there was none.</param>
/// <param name="Helped">How many said that AI helped: the digest's own share, rounded as everybody reads it. Null where it is withheld, or is that of an earlier round.</param>
/// <param name="Warning">Null where the two do not disagree, or one of them is not there.</param>
public sealed record TwoNumbers(TeamOutcome Outcome, decimal? Before, int? Helped, Disagreement? Warning)
{
    private const int Many = 50;
    private const int Few = 20;

    /// <summary>An outcome that moved by less than one in this many of what it was has not moved enough to say so.</summary>
    private const int Notable = 10;

    /// <param name="shown">What the last digest with an outcome showed.</param>
    /// <param name="numbers">The digest beside whose numbers it will stand.</param>
    public static TwoNumbers Of(TeamOutcome outcome, TeamOutcome? shown, Digest numbers)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(numbers);
        var before = BeforeOf(outcome, shown);
        var helped = HelpedIn(numbers);
        return new TwoNumbers(outcome, before, helped, Compare(outcome, before, helped));
    }

    /// <summary>The outcome without any numbers beside it.</summary>
    /// <param name="shown">As in <see cref="Of"/>.</param>
    public static TwoNumbers Alone(TeamOutcome outcome, TeamOutcome? shown)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new TwoNumbers(outcome, BeforeOf(outcome, shown), Helped: null, Warning: null);
    }

    /// <returns>Null where nothing was shown before.</returns>
    public OutcomeMovement? Movement() => Before is not { } before ? null
        : MetricScale.Of(Outcome.Metric).Compare(before, Outcome.Value) switch
        {
            > 0 => OutcomeMovement.Better,
            0 => OutcomeMovement.Same,
            < 0 => OutcomeMovement.Worse,
        };

    /// <returns>Whether the outcome became better by a tenth of what it was, or more.</returns>
    public bool HasImproved() => Before is { } before && IsNotable(before, Outcome) && Movement() == OutcomeMovement.Better;

    /// <summary>
    /// When a digest warns. It says that two numbers point apart and never why.
    /// <list type="table">
    /// <listheader><term>AI helped, as published</term><description>the outcome, by a tenth of what it was or more</description></listheader>
    /// <item><term>50 % or more</term><description>worse: <see cref="Disagreement.ManyHelpedYetWorse"/></description></item>
    /// <item><term>20 % or less</term><description>better: <see cref="Disagreement.FewHelpedYetBetter"/></description></item>
    /// <item><term>anything else, or not shown</term><description>no warning, whatever it did</description></item>
    /// </list>
    /// </summary>
    private static Disagreement? Compare(TeamOutcome outcome, decimal? before, int? helped)
    {
        if (before is not { } last || !IsNotable(last, outcome)) return null;
        return (helped, MetricScale.Of(outcome.Metric).Compare(last, outcome.Value)) switch
        {
            ( >= Many, < 0) => Disagreement.ManyHelpedYetWorse,
            ( <= Few, > 0) => Disagreement.FewHelpedYetBetter,
            _ => null,
        };
    }

    private static bool IsNotable(decimal before, TeamOutcome outcome) => Math.Abs(outcome.Value - before) * Notable >= before;

    private static decimal? BeforeOf(TeamOutcome outcome, TeamOutcome? shown) => shown?.Metric == outcome.Metric ? shown.Value : null;

    private static int? HelpedIn(Digest digest) =>
        digest.OwnShares(DigestQuestion.Outcome)?.SingleOrDefault(share => string.Equals(share.Key, Splits.HelpedKey, StringComparison.Ordinal))?.Percent;
}
