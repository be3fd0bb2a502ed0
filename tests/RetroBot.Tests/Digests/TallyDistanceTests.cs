using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

public sealed class TallyDistanceTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(3000);
    private static readonly Answer[] Team = [.. 6.Times(() => SampleRounds.Helped(tool: "Copilot")), .. 6.Times(() => SampleRounds.Gave(Outcome.NotRelevant))];

    [Fact]
    public void Nobody_differs_from_the_same_answers() => Assert.Equal(0, Between(Team, Team));

    [Fact]
    public void One_who_joined_or_left_is_one() => Assert.Equal((1, 1), (Between(Team, [.. Team, SampleRounds.Gave(Outcome.NotRelevant)]), Between(Team, Team[1..])));

    [Fact]
    public void One_who_left_and_one_who_joined_may_be_one_who_changed_the_answer() => Assert.Equal(1, Between(Team, [.. Team[1..], SampleRounds.Gave(Outcome.NotRelevant)]));

    [Fact]
    public void Two_who_swapped_their_answers_are_not_seen() =>
        Assert.Equal(0, Between([SampleRounds.Helped(tool: "Copilot"), SampleRounds.Gave(Outcome.NotRelevant)], [SampleRounds.Gave(Outcome.NotRelevant), SampleRounds.Helped(tool: "Copilot")]));

    public static TheoryData<Answer> Otherwise =>
    [
        SampleRounds.Helped(TimeBand.LostTime, tool: "Copilot"), SampleRounds.Helped(change: Change.FewerErrors, tool: "Copilot"), SampleRounds.Helped(confidence: Confidence.Measured, tool: "Copilot"),
        SampleRounds.Helped(tool: "Claude"), SampleRounds.Helped(), SampleRounds.Gave(Outcome.NoDifference), SampleRounds.Gave(Outcome.RightlyNotUsed),
    ];

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void Every_question_counts(Answer otherwise) => Assert.Equal(3, Between(Team, [.. Team[3..], .. 3.Times(() => otherwise)]));

    [Fact]
    public void Another_tool_is_another_answer_only_where_the_tools_count() =>
        Assert.Equal((6, 0), (Between(Team, [.. Team[6..], .. 6.Times(() => SampleRounds.Helped(tool: "Claude"))]), Between(Team, [.. Team[6..], .. 6.Times(() => SampleRounds.Helped(tool: "Claude"))], toolsCount: false)));

    [Fact]
    public void Obligation_counts_by_itself_and_no_answer_to_it_is_an_option()
    {
        Answer[] obliged = [.. Team[4..], .. 4.Times(() => new Answer.Full(Outcome.Helped, TimeBand.AboutTheSame, [Change.LessTedious], Confidence.Guess, "Copilot", Obligation.Mostly))];

        Assert.Equal((0, 4), (Between(Team, obliged), TallyDistance.OfObligation(Tally.Of(Team), Tally.Of(obliged))));
    }

    [Fact]
    public void It_is_never_more_than_the_people_who_differ() => Prop.ForAll(Colleagues.Pairs.ToArbitrary(), pair =>
        TallyDistance.Between(Tally.Of(pair.One.Answers), Tally.Of(pair.Other.Answers), toolsCount: true) <= pair.One.DifferingFrom(pair.Other)
        && TallyDistance.OfObligation(Tally.Of(pair.One.Answers), Tally.Of(pair.Other.Answers)) <= pair.One.DifferingInObligationFrom(pair.Other)).Check(Thousands);

    [Fact]
    public void It_is_the_same_both_ways_and_never_less_than_how_many_more_answered() => Prop.ForAll(Colleagues.Pairs.ToArbitrary(), pair =>
        Between(pair.One.Answers, pair.Other.Answers) is var distance && distance == Between(pair.Other.Answers, pair.One.Answers)
        && distance >= Math.Abs(pair.One.Answers.Count - pair.Other.Answers.Count)).Check(Thousands);

    private static int Between(IEnumerable<Answer> one, IEnumerable<Answer> other, bool toolsCount = true) => TallyDistance.Between(Tally.Of(one), Tally.Of(other), toolsCount);
}
