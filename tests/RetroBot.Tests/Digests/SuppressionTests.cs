using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Digests;

public sealed class SuppressionTests
{
    private static readonly Threshold Five = SampleRounds.Five;
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly Gen<(int[] Parts, Threshold Threshold)> Cases =
        from parts in Gen.NonEmptyListOf(Gen.Frequency((1, Gen.Choose(0, 4)), (6, Gen.Choose(5, 60))))
        from threshold in SampleRounds.Threshold
        select (parts.ToArray(), threshold);

    [Theory]
    [InlineData(new[] { 9, 4 })]
    [InlineData(new[] { 9, 0 })]
    [InlineData(new[] { 40 })]
    [InlineData(new[] { 20, 20, 1 })]
    [InlineData(new[] { 20, 20, 0 })]
    public void A_part_below_the_threshold_withholds_the_whole_split(int[] parts) => Assert.Null(Suppression.Shares(parts, Five));

    [Theory]
    [InlineData(new[] { 5, 5 }, new[] { 50, 50 })]
    [InlineData(new[] { 7, 5 }, new[] { 60, 40 })]
    [InlineData(new[] { 5, 5, 5 }, new[] { 40, 30, 30 })]
    [InlineData(new[] { 15, 5 }, new[] { 70, 30 })]
    [InlineData(new[] { 5, 15 }, new[] { 30, 70 })]
    [InlineData(new[] { 95, 5 }, new[] { 90, 10 })]
    [InlineData(new[] { 200, 5 }, new[] { 100, 0 })]
    public void Shares_are_rounded_to_ten_percent_by_the_largest_remainder(int[] parts, int[] shares) => Assert.Equal(shares, Suppression.Shares(parts, Five));

    [Fact]
    public void Shown_shares_are_tenths_that_add_up_to_a_hundred() => Prop.ForAll(Cases.ToArbitrary(), of =>
        Suppression.Shares(of.Parts, of.Threshold) is not { } shares || (shares.Sum() == 100 && shares.All(share => share is >= 0 and <= 100 && share % 10 == 0))).Check(Thousands);

    [Fact]
    public void No_share_is_more_than_one_step_from_the_truth() => Prop.ForAll(Cases.ToArbitrary(), of =>
        Suppression.Shares(of.Parts, of.Threshold) is not { } shares || of.Parts.Zip(shares).All(pair => Math.Abs((100.0 * pair.First / of.Parts.Sum()) - pair.Second) < 10)).Check(Thousands);

    [Fact]
    public void Every_part_shown_rests_on_the_threshold() => Prop.ForAll(Cases.ToArbitrary(), of =>
        Suppression.Shares(of.Parts, of.Threshold) is null == (of.Parts.Length < 2 || of.Parts.Min() < of.Threshold.Answers)).Check(Thousands);

    [Fact]
    public void One_answer_more_moves_a_share_by_one_step_at_most() => Prop.ForAll(
        (from parts in Gen.ListOf(Gen.Choose(5, 40)) from grown in Gen.Choose(0, 100) select (Parts: parts.ToArray(), grown)).Where(of => of.Parts.Length > 1).ToArbitrary(),
        of =>
        {
            var before = Suppression.Shares(of.Parts, Five)!;
            of.Parts[of.grown % of.Parts.Length]++;
            return before.Zip(Suppression.Shares(of.Parts, Five)!).All(pair => Math.Abs(pair.First - pair.Second) <= 10);
        }).Check(Thousands);

    [Fact]
    public void The_finest_split_that_may_be_shown_is_shown()
    {
        Assert.Equal("helped, notHelped", Keys(helped: 12, noDifference: 2, costTime: 1, rightlyNotUsed: 1, nothingToReport: 1));
        Assert.Equal("helped, noGain, notUsed", Keys(helped: 12, noDifference: 3, costTime: 2, rightlyNotUsed: 4, nothingToReport: 3));
        Assert.Equal("helped, noGain, rightlyNotUsed, nothingToSay", Keys(helped: 12, noDifference: 3, costTime: 2, rightlyNotUsed: 5, nothingToReport: 5));
        Assert.Equal("helped, noDifference, costTime, rightlyNotUsed, nothingToSay", Keys(12, 5, 5, 5, 5));

        static string Keys(int helped, int noDifference, int costTime, int rightlyNotUsed, int nothingToReport)
        {
            int[] counts = [helped, noDifference, costTime, rightlyNotUsed, nothingToReport, 0];
            return string.Join(", ", Suppression.Shares([.. Splits.Outcomes, Splits.HelpedOrNot], outcome => outcome is { } given ? counts[(int)given] : 0, Five)!.Select(share => share.Key["outcome.".Length..]));
        }
    }
}
