using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetroBot.Core.Deliveries;
using Xunit;

namespace RetroBot.Tests.Deliveries;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(8, 256)]
    [InlineData(9, 300)]
    [InlineData(5000, 300)]
    public void Without_a_wish_of_the_channel_s_it_doubles_up_to_five_minutes(int tries, int seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), Backoff.After(asked: null, tries, jitter: 0));

    [Fact]
    public void Jitter_only_lengthens_and_by_half_at_most() =>
        Prop.ForAll(Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (tries, thousandths) =>
        {
            var (least, now) = (Backoff.After(null, tries, 0), Backoff.After(null, tries, thousandths / 1000.0));
            return now >= least && now < least * 1.5;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_the_channel_asks_for_is_kept_however_often_it_asks() =>
        Assert.Equal(Duration.FromHours(3), Backoff.After(Duration.FromHours(3), tries: 20, jitter: 0.9));

    [Fact]
    public void A_channel_that_asks_for_no_time_at_all_is_left_alone_nevertheless() =>
        Assert.Equal(Duration.FromSeconds(1), Backoff.After(Duration.Zero, tries: 0, jitter: 0));
}
