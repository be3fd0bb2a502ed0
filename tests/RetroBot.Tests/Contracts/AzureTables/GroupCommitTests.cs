using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>Which changes of answers go together, in which order, and what each caller is told: without storage, by a write that the test ends when it likes.</summary>
public sealed class GroupCommitTests
{
    private static readonly RoundId Round = Samples.RoundId();
    private static readonly RoundId Other = Samples.RoundId(week: 48);

    private readonly HeldWrites writes = new();
    private readonly GroupCommit commits;

    public GroupCommitTests() => commits = new GroupCommit(writes.WriteAsync);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_finds_nothing_under_way_is_written_at_once_and_alone()
    {
        var saved = Save(1);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        Assert.Equal(AnswerOutcome.Kept, await saved);
        Assert.Equal(["1"], writes.Begun, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_comes_while_a_write_is_under_way_goes_together_in_the_order_in_which_it_came()
    {
        var first = Save(1);
        var write = await writes.NextAsync(Ct);
        List<Task<AnswerOutcome>> waiting = [Save(2), Save(3), Save(2), Save(4)];
        write.End(AnswerOutcome.Kept);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);

        Assert.All(await Task.WhenAll(waiting.Append(first)), outcome => Assert.Equal(AnswerOutcome.Kept, outcome));
        Assert.Equal(["1", "2 3 2 4"], writes.Begun, StringComparer.Ordinal);
    }

    [Fact]
    public async Task No_more_go_together_than_a_transaction_takes_beside_the_gate()
    {
        var write = await BeginAsync();
        var waiting = Enumerable.Range(0, 150).Select(number => Save(number)).ToList();
        write.End(AnswerOutcome.Kept);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        await Task.WhenAll(waiting);
        Assert.Equal([1, 99, 51], writes.Begun.Select(group => group.Split(' ').Length));
    }

    [Fact]
    public async Task Another_round_does_not_wait()
    {
        var write = await BeginAsync();
        var other = Save(1, Other);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.RoundOver);
        Assert.Equal(AnswerOutcome.RoundOver, await other);
        write.End(AnswerOutcome.Kept);
    }

    [Fact]
    public async Task A_deletion_goes_alone_and_in_its_turn()
    {
        var write = await BeginAsync();
        List<Task<AnswerOutcome>> waiting = [Save(1), Save(2), Delete(1), Save(3), Save(1)];
        write.End(AnswerOutcome.Kept);
        for (var group = 0; group < 3; group++) (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        await Task.WhenAll(waiting);
        Assert.Equal(["0", "1 2", "-1", "3 1"], writes.Begun, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Of_a_group_that_fails_each_is_tried_alone_in_the_order_in_which_they_came_and_only_the_wrong_one_fails()
    {
        var write = await BeginAsync();
        List<Task<AnswerOutcome>> waiting = [Save(1), Save(2), Save(3)];
        write.End(AnswerOutcome.Kept);
        var group = await writes.NextAsync(Ct);
        var late = Save(4);
        group.Fail(new InvalidOperationException("One of them."));
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        (await writes.NextAsync(Ct)).Fail(new InvalidOperationException("This one."));
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);

        Assert.Equal(AnswerOutcome.Kept, await waiting[0]);
        Assert.Equal("This one.", (await Assert.ThrowsAsync<InvalidOperationException>(() => waiting[1])).Message);
        Assert.Equal(AnswerOutcome.Kept, await waiting[2]);
        Assert.Equal(AnswerOutcome.Kept, await late);
        Assert.Equal(["0", "1 2 3", "1", "2", "3", "4"], writes.Begun, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_is_out_of_reach_is_told_to_everybody_who_waits_and_the_next_one_tries_again()
    {
        var first = Save(1);
        var write = await writes.NextAsync(Ct);
        List<Task<AnswerOutcome>> told = [first, Save(2), Delete(3), Save(4)];
        write.Fail(new StorageUnavailableException());
        foreach (var one in told) await Assert.ThrowsAsync<StorageUnavailableException>(() => one);

        var next = Save(5);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        Assert.Equal(AnswerOutcome.Kept, await next);
        Assert.Equal(["1", "5"], writes.Begun, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_while_waiting_is_not_written_and_keeps_nobody_else_from_it()
    {
        var write = await BeginAsync();
        using var given = new CancellationTokenSource();
        var before = Save(1);
        var givenUp = SaveUnlessAsync(2, given.Token);
        var after = Save(3);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);

        write.End(AnswerOutcome.Kept);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        Assert.Equal([AnswerOutcome.Kept, AnswerOutcome.Kept], await Task.WhenAll(before, after));
        Assert.Equal(["0", "1 3"], writes.Begun, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Where_all_who_waited_gave_up_the_next_one_is_written_all_the_same()
    {
        var write = await BeginAsync();
        using var given = new CancellationTokenSource();
        var givenUp = SaveUnlessAsync(1, given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        write.End(AnswerOutcome.Kept);

        var next = Save(2);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        Assert.Equal(AnswerOutcome.Kept, await next);
        Assert.Equal(["0", "2"], writes.Begun, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_while_theirs_is_being_written_takes_nobody_along()
    {
        var write = await BeginAsync();
        using var given = new CancellationTokenSource();
        var (givenUp, beside) = (SaveUnlessAsync(1, given.Token), Save(2));
        write.End(AnswerOutcome.Kept);
        var both = await writes.NextAsync(Ct);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        both.End(AnswerOutcome.Kept);
        Assert.Equal(AnswerOutcome.Kept, await beside);
    }

    [Fact]
    public async Task One_more_than_may_wait_is_told_to_try_again_and_nobody_else_is()
    {
        var write = await BeginAsync();
        var waiting = Enumerable.Range(0, GroupCommit.MostWaiting).Select(number => Save(number)).ToList();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Save(1));
        var other = Save(1, Other);
        (await writes.NextAsync(Ct)).End(AnswerOutcome.Kept);
        await other;

        writes.EndAllFromHere(AnswerOutcome.Kept);
        write.End(AnswerOutcome.Kept);
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.Equal(AnswerOutcome.Kept, outcome));
        Assert.Equal(AnswerOutcome.Kept, await Save(1));
    }

    [Fact]
    public async Task Nothing_of_an_answer_is_held_once_its_write_has_ended()
    {
        var held = await SavedAndForgottenAsync();
        // The round's line ends right after its last caller is told.
        while (held.IsAlive)
        {
            Ct.ThrowIfCancellationRequested();
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        GC.KeepAlive(commits);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> SavedAndForgottenAsync()
    {
        writes.EndAllFromHere(AnswerOutcome.Kept);
        var bytes = Encoding.UTF8.GetBytes("sealed");
        await commits.AddAsync(Round, new AnswerChange(Samples.Participant(1), bytes), Ct);
        return new WeakReference(bytes);
    }

    /// <summary>Has a write of the number 0 under way.</summary>
    private async Task<HeldWrites.Write> BeginAsync()
    {
        _ = Save(0);
        return await writes.NextAsync(Ct);
    }

    private Task<AnswerOutcome> Save(int number, RoundId? round = null) => commits.AddAsync(round ?? Round, Change(number), Ct);

    private Task<AnswerOutcome> SaveUnlessAsync(int number, CancellationToken givenUp) => commits.AddAsync(Round, Change(number), givenUp);

    private static AnswerChange Change(int number) => new(Samples.Participant(number), Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    private Task<AnswerOutcome> Delete(int number) => commits.AddAsync(Round, new AnswerChange(Samples.Participant(number), Sealed: null), Ct);
}
