using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Digests;

public sealed class GroupBandTests
{
    [Theory]
    [InlineData(5, 5, 5, 9)]
    [InlineData(9, 5, 5, 9)]
    [InlineData(10, 5, 10, 19)]
    [InlineData(49, 5, 20, 49)]
    [InlineData(50, 5, 50, null)]
    [InlineData(9, 9, 9, 19)]
    [InlineData(10, 10, 10, 19)]
    [InlineData(11, 11, 11, 49)]
    [InlineData(30, 30, 30, null)]
    public void A_group_is_named_by_its_band(int answers, int threshold, int from, int? to) =>
        Assert.Equal(new GroupBand(from, to), GroupBand.Of(answers, new Threshold(threshold)));

    [Fact]
    public void Every_band_holds_its_group_begins_at_the_threshold_and_is_no_narrower()
    {
        for (var threshold = Threshold.Lowest; threshold <= Threshold.Highest; threshold++)
        {
            for (var answers = threshold; answers < 250; answers++)
            {
                var band = GroupBand.Of(answers, new Threshold(threshold));
                Assert.InRange(answers, band.From, band.To ?? int.MaxValue);
                Assert.True(band.From >= threshold);
                Assert.True(band.To is not { } to || to - band.From + 1 >= threshold);
            }
        }
    }

    [Fact]
    public void Below_the_threshold_there_is_no_band() => Assert.Throws<ArgumentOutOfRangeException>(() => GroupBand.Of(4, new Threshold(5)));
}
