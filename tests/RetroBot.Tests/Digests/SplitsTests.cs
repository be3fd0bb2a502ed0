using RetroBot.Core.Digests;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

public sealed class SplitsTests
{
    [Fact]
    public void Outcomes_are_split_soundly() => AssertSound([.. Splits.Outcomes, Splits.HelpedOrNot]);

    [Fact]
    public void Times_are_split_soundly() => AssertSound([.. Splits.Times, Splits.GainedOrNot]);

    [Fact]
    public void Confidences_are_split_soundly() => AssertSound([.. Splits.Confidences, Splits.CheckedOrNot]);

    [Fact]
    public void Obligations_are_split_soundly() => AssertSound(Splits.Obligations);

    private static void AssertSound<TOption>(IReadOnlyList<Split<TOption>> splits)
        where TOption : struct, Enum
    {
        var options = Enum.GetValues<TOption>().Select(option => (TOption?)option);
        if (typeof(TOption) != typeof(Outcome)) options = options.Prepend(null);
        Assert.All(splits[0].Parts, part => Assert.Single(part.Options));
        Assert.All(splits, split => Assert.Equal(options, split.Parts.SelectMany(part => part.Options).Order()));
        Assert.All(splits.Zip(splits.Skip(1)), pair =>
        {
            Assert.True(pair.Second.Parts.Count < pair.First.Parts.Count);
            Assert.All(pair.First.Parts, fine => Assert.Contains(pair.Second.Parts, coarse => fine.Options.All(coarse.Options.Contains)));
        });
        Assert.All(splits.SelectMany(split => split.Parts).GroupBy(part => part.Key, StringComparer.Ordinal), same =>
            Assert.Single(same.Select(part => string.Join(',', part.Options.Order())).Distinct(StringComparer.Ordinal)));
    }
}
