using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

public sealed class DemoAnswersTests
{
    public static TheoryData<Outcome> Outcomes { get; } = [.. Enum.GetValues<Outcome>()];

    [Fact]
    public void Without_the_newcomers_answer_the_digest_has_something_to_show() => AssertSplits(DigestOf(yours: null));

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Whatever_the_newcomer_answers_the_digest_has_something_to_show(Outcome outcome) =>
        AssertSplits(DigestOf(Answer.AsksMore(outcome)
            ? new Answer.Full(outcome, TimeBand.CannotTell, [Change.WorkForOthers], Confidence.Measured, tool: null)
            : new Answer.Brief(outcome)));

    [Theory]
    [InlineData(null)]
    [InlineData(Obligation.NotAtAll)]
    public void A_newcomer_who_does_not_say_that_they_feel_obliged_reads_how_many_of_the_team_do(Obligation? yours)
    {
        List<Answer> answers = [.. DemoTenant.Teammates.Select(Obliged), new Answer.Brief(Outcome.NothingToReport, yours)];

        var digest = (DemoRounds.Invitation().Round with { AsksObligation = true }).ClosedWith(Tally.Of(answers), earlier: []).Digest!;

        Assert.Equal(2, digest.Sections.Single(section => section.Question == DigestQuestion.Obligation).Shares!.Count);

        static Answer Obliged(DemoPerson person) => DemoAnswers.Of(person) switch
        {
            Answer.Full full => new Answer.Full(full.Outcome, full.Time, full.Changes, full.Confidence, full.Tool, DemoAnswers.ObligationOf(person)),
            var brief => new Answer.Brief(brief.Outcome, DemoAnswers.ObligationOf(person)),
        };
    }

    private static void AssertSplits(Digest digest)
    {
        Assert.NotNull(digest.Answered);
        Assert.All(
            digest.Sections.Where(section => section.Question is DigestQuestion.Outcome or DigestQuestion.Time or DigestQuestion.Changes or DigestQuestion.Confidence),
            section => Assert.NotNull(section.Shares));
        Assert.Equal(3, digest.Sections.Single(section => section.Question == DigestQuestion.Outcome).Shares!.Count);
    }

    private static Digest DigestOf(Answer? yours)
    {
        List<Answer> answers = [.. DemoTenant.Teammates.Select(DemoAnswers.Of)];
        if (yours is not null) answers.Add(yours);
        return DemoRounds.Invitation().Round.ClosedWith(Tally.Of(answers), earlier: []).Digest!;
    }
}
