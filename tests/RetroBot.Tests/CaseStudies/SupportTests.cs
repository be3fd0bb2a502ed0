using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

public sealed class SupportTests
{
    private static readonly Threshold Five = new(5);

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(4, null, null)]
    [InlineData(5, 5, 9)]
    [InlineData(12, 10, 19)]
    [InlineData(50, 50, null)]
    public void Below_the_threshold_nothing_is_shown_and_from_there_a_band(int votes, int? from, int? to) =>
        Assert.Equal(from is { } least ? new GroupBand(least, to) : null, ShownSupport.None.Renewed(votes, Five).Band);

    [Theory]
    [InlineData(9, 13, 5, 9)]
    [InlineData(9, 14, 10, 19)]
    [InlineData(10, 6, 10, 19)]
    [InlineData(10, 5, 5, 9)]
    public void A_band_moves_only_when_as_many_votes_as_the_threshold_came_or_went(int shown, int votes, int from, int to) =>
        Assert.Equal(new GroupBand(from, to), ShownSupport.None.Renewed(shown, Five).Renewed(votes, Five).Band);

    [Fact]
    public void What_fell_below_the_threshold_is_not_shown_and_one_vote_does_not_bring_it_back()
    {
        var fallen = ShownSupport.None.Renewed(9, Five).Renewed(4, Five);
        Assert.Null(fallen.Band);
        Assert.Null(fallen.Renewed(5, Five).Band);
        Assert.Equal(new GroupBand(5, 9), fallen.Renewed(9, Five).Band);
    }

    [Fact]
    public void One_vote_more_or_less_never_shows_between_two_closes() =>
        Prop.ForAll(Gen.Choose(0, 60).ListOf().ToArbitrary(), Gen.Choose(5, 12).ToArbitrary(), (closes, k) =>
        {
            var shown = closes.Aggregate(ShownSupport.None, (support, votes) => support.Renewed(votes, new Threshold(k)));
            var fewer = Math.Max(0, shown.Basis - k + 1);
            return Enumerable.Range(fewer, shown.Basis + k - fewer).All(votes => shown.Renewed(votes, new Threshold(k)) == shown);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_two_kinds_of_vote_are_shown_each_for_itself()
    {
        var support = Support.None.Renewed(new VoteCount(Worked: 12, DidNotWork: 4), Five, improved: false);
        Assert.Equal((new GroupBand(10, 19), null), (support.Worked.Band, support.DidNotWork.Band));
    }

    [Fact]
    public void When_voting_has_ended_the_band_stays_and_the_count_behind_it_is_gone()
    {
        var ended = Support.None.Renewed(new VoteCount(12, 7), Five, improved: false).Ended();
        Assert.Equal(new Support(new ShownSupport(0, new GroupBand(10, 19)), new ShownSupport(0, new GroupBand(5, 9))), ended);
    }

    [Fact]
    public void That_the_team_s_outcome_became_better_counts_only_once_it_had_worked_for_others_and_then_stays()
    {
        var unheard = Support.None.Renewed(new VoteCount(4, 12), Five, improved: true);
        var worked = unheard.Renewed(new VoteCount(9, 12), Five, improved: false);
        var moved = worked.Renewed(new VoteCount(9, 12), Five, improved: true);

        Assert.Equal([false, false, true], new[] { unheard, worked, moved }.Select(support => support.MetricMoved));
        Assert.True(moved.Renewed(new VoteCount(9, 12), Five, improved: false).Ended().MetricMoved);
    }
}
