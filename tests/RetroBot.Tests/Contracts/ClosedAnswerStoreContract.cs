using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class ClosedAnswerStoreContract : StoreContract
{
    private static readonly RoundId Round = Samples.RoundId();

    [Fact]
    public async Task Every_kind_of_answer_comes_back_as_it_was()
    {
        List<Answer> answers =
        [
            new Answer.Brief(Outcome.RightlyNotUsed),
            new Answer.Brief(Outcome.NothingToReport, Obligation.Completely),
            new Answer.Full(Outcome.Helped, TimeBand.OverFourHours, Enum.GetValues<Change>(), Confidence.Measured, "a, \"b\" | 漢", Obligation.NotAtAll),
            new Answer.Full(Outcome.CostTime, TimeBand.LostTime, [Change.NothingVisible], Confidence.Guess, null),
        ];
        await Stores.ClosedAnswers.WriteAsync(Round, "attempt", answers, Ct);
        Assert.Equal(Sorted(answers), Sorted(await Of(Round, "attempt")));
    }

    [Fact]
    public async Task Every_combination_of_choices_comes_back()
    {
        var answers = (from outcome in Enum.GetValues<Outcome>() where Answer.AsksMore(outcome)
                       from time in Enum.GetValues<TimeBand>() from change in Enum.GetValues<Change>() from confidence in Enum.GetValues<Confidence>()
                       select (Answer)new Answer.Full(outcome, time, [change], confidence, "tool")).ToList();
        await Stores.ClosedAnswers.WriteAsync(Round, "attempt", answers, Ct);
        Assert.Equal(Sorted(answers), Sorted(await Of(Round, "attempt")));
    }

    [Fact]
    public async Task More_answers_than_a_page_holds_are_all_read()
    {
        await Stores.ClosedAnswers.WriteAsync(Round, "attempt", [.. Enumerable.Repeat(new Answer.Brief(Outcome.NotRelevant), 1_101)], Ct);
        Assert.Equal(1_101, (await Of(Round, "attempt")).Count);
    }

    [Fact]
    public async Task An_attempt_without_answers_is_an_empty_attempt()
    {
        await Stores.ClosedAnswers.WriteAsync(Round, "attempt", [], Ct);
        Assert.Empty(await Of(Round, "attempt"));
    }

    [Fact]
    public async Task A_sweep_leaves_the_kept_attempt_and_other_rounds_alone_and_does_nothing_the_second_time()
    {
        var other = Samples.RoundId(week: 48);
        var longer = Samples.RoundId(Samples.TeamId("19:team@thread.tacv2|2026-W47"), 47);
        foreach (var (round, attempt) in ((RoundId, string)[])[(Round, "kept"), (Round, "kept too long"), (Round, "left/behind"), (other, "left/behind"), (longer, "left/behind")])
            await Stores.ClosedAnswers.WriteAsync(round, attempt, [.. Enumerable.Repeat(new Answer.Brief(Outcome.NotRelevant), 120)], Ct);

        for (var time = 0; time < 2; time++)
        {
            await Stores.ClosedAnswers.SweepAsync(Round, "kept", Ct);
            Assert.Equal(120, (await Of(Round, "kept")).Count);
            Assert.Empty(await Of(Round, "kept too long"));
            Assert.Empty(await Of(Round, "left/behind"));
            Assert.Equal(120, (await Of(other, "left/behind")).Count);
            Assert.Equal(120, (await Of(longer, "left/behind")).Count);
        }
    }

    private async Task<List<Answer>> Of(RoundId round, string attempt) => await Stores.ClosedAnswers.OfAsync(round, attempt, Ct).ToListAsync(Ct);

    // The order in which answers are read means nothing.
    private static List<Answer> Sorted(IEnumerable<Answer> answers) =>
        [.. answers.OrderBy(answer => $"{answer} {string.Join(',', (answer as Answer.Full)?.Changes ?? [])}", StringComparer.Ordinal)];
}
