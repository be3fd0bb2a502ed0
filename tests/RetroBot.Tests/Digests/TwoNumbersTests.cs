using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

/// <summary>The outcome that a lead tracks beside what the team says: made of what is published and of nothing else.</summary>
public sealed class TwoNumbersTests
{
    private static readonly Gen<TeamOutcome> AnyOutcome =
        from metric in Gen.Elements(Enum.GetValues<TeamMetric>())
        from tenths in Gen.Choose(0, 4000)
        let scale = MetricScale.Of(metric)
        let value = decimal.Round(Math.Clamp(tenths / 10m, scale.Least, scale.Most), scale.Decimals)
        from id in Gen.Choose(0, 1_000_000)
        select new TeamOutcome($"{id}", metric, value);

    [Theory]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.4, 50, OutcomeMovement.Worse, Disagreement.ManyHelpedYetWorse)]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.4, 100, OutcomeMovement.Worse, Disagreement.ManyHelpedYetWorse)]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.3, 50, OutcomeMovement.Worse, null)]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.4, 40, OutcomeMovement.Worse, null)]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.4, 0, OutcomeMovement.Worse, null)]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.4, null, OutcomeMovement.Worse, null)]
    [InlineData(TeamMetric.CycleTime, 4.0, 3.6, 20, OutcomeMovement.Better, Disagreement.FewHelpedYetBetter)]
    [InlineData(TeamMetric.CycleTime, 4.0, 3.6, 0, OutcomeMovement.Better, Disagreement.FewHelpedYetBetter)]
    [InlineData(TeamMetric.CycleTime, 4.0, 3.7, 20, OutcomeMovement.Better, null)]
    [InlineData(TeamMetric.CycleTime, 4.0, 3.6, 30, OutcomeMovement.Better, null)]
    [InlineData(TeamMetric.CycleTime, 4.0, 3.6, null, OutcomeMovement.Better, null)]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.0, 60, OutcomeMovement.Same, null)]
    [InlineData(TeamMetric.Satisfaction, 4.0, 3.6, 60, OutcomeMovement.Worse, Disagreement.ManyHelpedYetWorse)]
    [InlineData(TeamMetric.Satisfaction, 4.0, 4.4, 10, OutcomeMovement.Better, Disagreement.FewHelpedYetBetter)]
    [InlineData(TeamMetric.EscapedDefects, 0, 1, 60, OutcomeMovement.Worse, Disagreement.ManyHelpedYetWorse)]
    [InlineData(TeamMetric.EscapedDefects, 0, 0, 60, OutcomeMovement.Same, null)]
    public void The_two_disagree_where_many_say_it_helped_and_it_got_clearly_worse_or_few_and_it_got_clearly_better(
        TeamMetric metric, double before, double value, int? helped, OutcomeMovement? movement, Disagreement? warning)
    {
        var two = TwoNumbers.Of(new TeamOutcome("2", metric, (decimal)value), new TeamOutcome("1", metric, (decimal)before), DigestWith(helped));

        Assert.Equal((helped, movement, warning), (two.Helped, two.Movement(), two.Warning));
    }

    [Theory]
    [InlineData(TeamMetric.CycleTime, 4.0, 3.6, true)]
    [InlineData(TeamMetric.CycleTime, 4.0, 3.7, false)]
    [InlineData(TeamMetric.CycleTime, 4.0, 4.4, false)]
    [InlineData(TeamMetric.Satisfaction, 4.0, 4.4, true)]
    [InlineData(TeamMetric.Satisfaction, 4.0, 3.6, false)]
    [InlineData(TeamMetric.EscapedDefects, 0.0, 0, false)]
    [InlineData(TeamMetric.EscapedDefects, null, 0, false)]
    public void The_outcome_has_improved_where_it_is_better_by_a_tenth_or_more(TeamMetric metric, double? before, double value, bool hasImproved) =>
        Assert.Equal(hasImproved, TwoNumbers.Alone(new TeamOutcome("2", metric, (decimal)value), before is { } last ? new TeamOutcome("1", metric, (decimal)last) : null).HasImproved());

    [Fact]
    public void Another_metric_starts_anew()
    {
        var two = TwoNumbers.Of(new TeamOutcome("2", TeamMetric.EscapedDefects, 9), new TeamOutcome("1", TeamMetric.CycleTime, 4), DigestWith(60));

        Assert.Equal((null, null, null), (two.Before, two.Movement(), two.Warning));
    }

    [Fact]
    public void Numbers_of_an_earlier_round_do_not_stand_beside_it()
    {
        var outcome = new TeamOutcome("2", TeamMetric.CycleTime, 9);
        var shown = new TeamOutcome("1", TeamMetric.CycleTime, 4);

        Assert.Equal(TwoNumbers.Alone(outcome, shown), TwoNumbers.Of(outcome, shown, DigestWith(60) with { AsIn = "2026-W46" }));
    }

    /// <summary>Nothing about withheld answers is to be read off what stands there, since it is the same for all answers that are withheld.</summary>
    [Fact]
    public void Where_no_share_is_shown_the_outcome_stands_alone_whatever_was_answered() =>
        Prop.ForAll(
            (from answers in SampleRounds.OfSize(0, 12) from outcome in AnyOutcome from shown in AnyOutcome select (answers, outcome, shown)).ToArbitrary(),
            of =>
            {
                var digest = SampleRounds.Round().FirstDigest(of.answers);
                var isShown = digest.Answered is not null && digest.About(DigestQuestion.Outcome) is not null;
                return isShown || TwoNumbers.Of(of.outcome, of.shown, digest) == TwoNumbers.Alone(of.outcome, of.shown);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_share_is_the_one_that_the_digest_publishes_and_a_warning_needs_both_numbers() =>
        Prop.ForAll(
            (from answers in SampleRounds.OfSize(5, 60) from outcome in AnyOutcome from shown in Gen.OneOf(AnyOutcome.Select(one => (TeamOutcome?)one), Gen.Constant((TeamOutcome?)null)) select (answers, outcome, shown)).ToArbitrary(),
            of =>
            {
                var digest = SampleRounds.Round().FirstDigest(of.answers);
                var two = TwoNumbers.Of(of.outcome, of.shown, digest);
                return two.Helped == digest.About(DigestQuestion.Outcome)?.Single(share => share.Key == "outcome.helped").Percent
                    && (two.Warning is null || (two.Helped is not null && two.Before is not null))
                    && (two.Warning is not Disagreement.ManyHelpedYetWorse || (two.Helped >= 50 && two.Movement() is OutcomeMovement.Worse))
                    && (two.Warning is not Disagreement.FewHelpedYetBetter || (two.Helped <= 20 && two.Movement() is OutcomeMovement.Better));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData(TeamMetric.CycleTime, -0.1)]
    [InlineData(TeamMetric.CycleTime, 365.1)]
    [InlineData(TeamMetric.CycleTime, 4.25)]
    [InlineData(TeamMetric.EscapedDefects, -1)]
    [InlineData(TeamMetric.EscapedDefects, 0.5)]
    [InlineData(TeamMetric.Satisfaction, 0.9)]
    [InlineData(TeamMetric.Satisfaction, 5.1)]
    [InlineData((TeamMetric)4, 1)]
    public void A_value_that_the_metric_does_not_take_is_refused(TeamMetric metric, double value) => Assert.ThrowsAny<ArgumentException>(() => new TeamOutcome("id", metric, (decimal)value));

    private static Digest DigestWith(int? helped) => new(
        "2026-W47", 5, new GroupBand(10, 19), [new(DigestQuestion.Outcome, helped is { } percent ? [new("outcome.helped", percent), new("outcome.notHelped", 100 - percent)] : null)], ClosedEarly: false);
}
