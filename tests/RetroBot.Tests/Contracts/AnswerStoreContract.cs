using System.Text;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class AnswerStoreContract : StoreContract
{
    private static readonly RoundId Round = Samples.RoundId();

    [Fact]
    public async Task One_answer_a_person_and_the_latest_wins()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Answers.SaveAsync(Round, Samples.Sealed(1, "first"), Ct);
        await Stores.Answers.SaveAsync(Round, Samples.Sealed(2, "other"), Ct);
        Assert.Equal(AnswerOutcome.Kept, await Stores.Answers.SaveAsync(Round, Samples.Sealed(1, "second"), Ct));
        Assert.Equal(["other 2", "second 1"], (await Contents()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_person_who_sends_the_same_answer_many_times_at_once_has_one()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct)));
        Assert.All(outcomes, outcome => Assert.Equal(AnswerOutcome.Kept, outcome));
        Assert.Single(await Contents());
    }

    [Fact]
    public async Task An_answer_is_known_to_be_there_until_it_is_deleted()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct);
        Assert.True(await Stores.Answers.IncludesAsync(Round, Samples.Participant(1), Ct));
        Assert.False(await Stores.Answers.IncludesAsync(Round, Samples.Participant(2), Ct));

        await Stores.Answers.DeleteAsync(Round, Samples.Participant(1), Ct);
        Assert.False(await Stores.Answers.IncludesAsync(Round, Samples.Participant(1), Ct));
    }

    [Fact]
    public async Task An_answer_is_deleted_and_one_that_is_not_there_may_be_too()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct);
        await Stores.Answers.SaveAsync(Round, Samples.Sealed(2), Ct);
        Assert.Equal(AnswerOutcome.Kept, await Stores.Answers.DeleteAsync(Round, Samples.Participant(1), Ct));
        Assert.Equal(AnswerOutcome.Kept, await Stores.Answers.DeleteAsync(Round, Samples.Participant(1), Ct));
        Assert.Equal(["answer 2"], await Contents(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_late_answer_is_refused_and_a_late_deletion_too_and_nothing_is_changed()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct);
        await BeginClosing();

        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.SaveAsync(Round, Samples.Sealed(1, "changed"), Ct));
        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.SaveAsync(Round, Samples.Sealed(2), Ct));
        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.DeleteAsync(Round, Samples.Participant(1), Ct));
        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.DeleteAsync(Round, Samples.Participant(2), Ct));
        Assert.Equal(["answer 1"], await Contents(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_round_that_was_never_opened_takes_no_answer()
    {
        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct));
        Assert.Equal(AnswerOutcome.RoundOver, await Stores.Answers.DeleteAsync(Round, Samples.Participant(1), Ct));
        Assert.Empty(await Contents());
    }

    [Fact]
    public async Task More_answers_than_a_page_holds_are_all_read()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_100), Ct, async (i, ct) => await Stores.Answers.SaveAsync(Round, Samples.Sealed(i), ct));
        Assert.Equal(1_100, (await Contents()).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Attack A22: the race between the last answers and the close.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(180)]
    public async Task Of_200_answers_that_race_a_close_those_kept_are_read_afterwards_and_those_refused_are_not(int sentBefore)
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var open = (await Stores.Rounds.FindAsync(Round, Ct))!;

        var before = Enumerable.Range(0, sentBefore).Select(Save).ToList();
        var close = CloseAndRead();
        var after = Enumerable.Range(sentBefore, 200 - sentBefore).Select(Save).ToList();
        var outcomes = await Task.WhenAll(before.Concat(after));

        var kept = outcomes.Where(saved => saved.Outcome == AnswerOutcome.Kept).Select(saved => $"answer {saved.Number}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(kept, (await close).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(kept, (await Contents()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(AnswerOutcome.RoundOver, (await Save(200)).Outcome);

        async Task<(int Number, AnswerOutcome Outcome)> Save(int number) => (number, await Stores.Answers.SaveAsync(Round, Samples.Sealed(number), Ct));

        async Task<List<string>> CloseAndRead()
        {
            Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.BeginClosingAsync(open.Value with { State = RoundState.Closing }, open.Version, Ct));
            return await Contents();
        }
    }

    private async Task BeginClosing()
    {
        var found = (await Stores.Rounds.FindAsync(Round, Ct))!;
        Assert.Equal(SaveOutcome.Saved, await Stores.Rounds.BeginClosingAsync(found.Value with { State = RoundState.Closing }, found.Version, Ct));
    }

    private async Task<List<string>> Contents() => await Stores.Answers.OfAsync(Round, Ct).Select(answer => Encoding.UTF8.GetString(answer.Bytes.Span)).ToListAsync(Ct);
}
