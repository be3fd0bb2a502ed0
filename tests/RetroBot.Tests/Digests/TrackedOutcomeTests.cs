using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Rounds;
using Xunit;

namespace RetroBot.Tests.Digests;

/// <summary>As with <see cref="WeChangedRuleTests"/>, two rows are written one after the other; and what a digest has shown is what the next is compared with.</summary>
public sealed class TrackedOutcomeTests
{
    private static readonly TeamOutcome Five = new("id-1", TeamMetric.CycleTime, 5.1m);
    private static readonly TeamOutcome Four = new("id-2", TeamMetric.CycleTime, 4.2m);
    private static readonly Round First = Samples.Round() with { State = RoundState.Closing };
    private static readonly Round Second = First with { Id = Samples.RoundId(week: 48) };

    [Fact]
    public void A_digest_shows_it_with_what_the_one_before_showed_and_no_later_one_does()
    {
        var first = Close(First, [], new TrackedOutcome(Five, Shown: null));
        var shown = new TrackedOutcome(Five, Shown: null).After(first.Digest!);
        var second = Close(Second, [first], shown with { Waiting = Four });

        Assert.Equal((Five, null), (first.Digest!.TwoNumbers!.Outcome, first.Digest.TwoNumbers.Before));
        Assert.Equal(new TrackedOutcome(Waiting: null, Five), shown);
        Assert.Equal((Four, 5.1m), (second.Digest!.TwoNumbers!.Outcome, second.Digest.TwoNumbers.Before));
        Assert.Null(Close(Second, [first], shown).Digest!.TwoNumbers);
    }

    [Fact]
    public void What_stands_in_an_earlier_digest_is_not_shown_again_where_a_crash_kept_it() =>
        Assert.Null(Close(Second, [Close(First, [], new TrackedOutcome(Five, Shown: null))], new TrackedOutcome(Five, Shown: null)).Digest!.TwoNumbers);

    [Fact]
    public void What_is_given_behind_the_digest_waits_on_and_is_compared_with_what_everybody_read()
    {
        var digest = Close(First, [], new TrackedOutcome(Five, Shown: null)).Digest!;

        Assert.Equal(new TrackedOutcome(Four, Five), new TrackedOutcome(Four, Shown: null).After(digest));
    }

    [Theory]
    [InlineData(RoundState.Closed)]
    [InlineData(RoundState.Published)]
    public void What_stands_in_a_digest_is_taken_off_the_team_first_and_once(RoundState state)
    {
        var latest = Close(First, [], new TrackedOutcome(Five, Shown: null)) with { State = state };
        var team = SampleTeam.With(SampleTeam.Settings(), latest: new Opening(latest.Id.Name, latest.OpenedAt));

        Assert.Equal(new RoundStep.ForgetSaid(), Next(team with { Outcome = new TrackedOutcome(Five, Shown: null) }));
        Assert.Equal(new RoundStep.ForgetSaid(), Next(team with { Outcome = new TrackedOutcome(Four, Shown: null) }));
        Assert.IsNotType<RoundStep.ForgetSaid>(Next(team with { Outcome = new TrackedOutcome(Four, Five) }));
        Assert.IsNotType<RoundStep.ForgetSaid>(Next(team with { Outcome = new TrackedOutcome(Waiting: null, Five) }));

        RoundStep Next(Team of) => RoundPlan.Next(of, latest, QuietHours.None, latest.ClosesAt);
    }

    private static Round Close(Round round, IReadOnlyList<Round> earlier, TrackedOutcome outcome) => round.ClosedWith(Tally.Of([]), earlier, new FromLeads(Changed: null, outcome));
}
