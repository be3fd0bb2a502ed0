using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Rounds;
using Xunit;

namespace RetroBot.Tests.Digests;

/// <summary>
/// What was said is copied onto the round and then taken off the team: two rows, two writes. A crash in between leaves it in both; an instance that looked before it was said may even
/// publish the round meanwhile. So the round that would say it a second time leaves it out, and whatever stands in a digest is forgotten before anything else is done.
/// </summary>
public sealed class WeChangedRuleTests
{
    private static readonly WeChanged Said = new("id-1", "The Monday report takes five lines now.");
    private static readonly Round First = Samples.Round() with { State = RoundState.Closing };
    private static readonly FromLeads Says = new(Said, TrackedOutcome.None);
    private static readonly Round Second = First with { Id = Samples.RoundId(week: 48) };

    [Fact]
    public void A_digest_says_it_and_no_later_one_does()
    {
        var first = First.ClosedWith(Tally.Of([]), [], Says);
        Assert.Equal(Said, first.Digest!.Changed);
        Assert.Null(Second.ClosedWith(Tally.Of([]), [first], Says).Digest!.Changed);
    }

    [Fact]
    public void The_same_words_said_anew_are_said_again()
    {
        var anew = new WeChanged("id-2", Said.Text);
        Assert.Equal(anew, Second.ClosedWith(Tally.Of([]), [First.ClosedWith(Tally.Of([]), [], Says)], Says with { Changed = anew }).Digest!.Changed);
    }

    [Theory]
    [InlineData(RoundState.Closed)]
    [InlineData(RoundState.Published)]
    public void What_stands_in_a_digest_is_forgotten_first(RoundState state)
    {
        var latest = First.ClosedWith(Tally.Of([]), [], Says) with { State = state };
        var team = SampleTeam.With(SampleTeam.Settings(), latest: new Opening(latest.Id.Name, latest.OpenedAt));

        Assert.Equal(new RoundStep.ForgetSaid(), RoundPlan.Next(team with { Changed = Said }, latest, QuietHours.None, latest.ClosesAt));
        Assert.IsNotType<RoundStep.ForgetSaid>(RoundPlan.Next(team with { Changed = new WeChanged("id-2", Said.Text) }, latest, QuietHours.None, latest.ClosesAt));
        Assert.IsNotType<RoundStep.ForgetSaid>(RoundPlan.Next(team, latest, QuietHours.None, latest.ClosesAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two\nlines")]
    [InlineData("turned \u202Earound")]
    [InlineData("nothing\u200Bseen")]
    public void What_is_no_clean_line_is_refused(string text) => Assert.ThrowsAny<ArgumentException>(() => new WeChanged("id", text));

    [Fact]
    public void What_is_too_long_is_refused() => Assert.Throws<ArgumentException>(() => new WeChanged("id", new string('x', WeChanged.Longest + 1)));
}
