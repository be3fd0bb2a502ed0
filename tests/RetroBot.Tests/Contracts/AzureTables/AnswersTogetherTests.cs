using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>Answers that come while a write is under way: what is sent to storage then, and what lies there afterwards.</summary>
public sealed partial class AnswersTogetherTests(StorageEmulator emulator) : IAsyncLifetime
{
    private static readonly RoundId Round = Samples.RoundId();
    private static readonly RoundId Other = Samples.RoundId(week: 48);

    private readonly HeldRequests requests = new();
    private readonly string prefix = StorageEmulator.NewPrefix();
    private Stores stores = null!;
    private TableClient table = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        stores = TableStores.On(requests.Account(await emulator.ConnectionStringAsync()), prefix);
        table = new TableServiceClient(await emulator.ConnectionStringAsync()).GetTableClient(prefix + Keys.Rounds);
        await stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await stores.Rounds.OpenAsync(Samples.Round(Other), Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_answers_of_forty_people_that_wait_are_one_transaction_in_one_partition_beside_the_gate()
    {
        var outcomes = await TogetherAsync(() => [.. Enumerable.Range(1, 40).Select(number => stores.Answers.SaveAsync(number % 4 == 0 ? Other : Round, Samples.Sealed(number), Ct))]);

        Assert.All(outcomes, outcome => Assert.Equal(AnswerOutcome.Kept, outcome));
        var sent = requests.Transactions.Select(body => Partition().Matches(body).Select(found => found.Groups["round"].Value).ToList()).ToList();
        Assert.All(sent, partitions => Assert.Single(partitions.Distinct(StringComparer.Ordinal)));
        Assert.Equal([1 + 1, 30 + 1], sent.Where(partitions => partitions[0] == Escaped(Keys.PartitionOf(Round))).Select(partitions => partitions.Count));
        Assert.InRange(sent.Count, 3, 4);
        Assert.Equal(40 + 1, (await AnswerRowsAsync()).Count);
    }

    [Fact]
    public async Task Rows_written_together_are_to_the_byte_those_written_alone()
    {
        await TogetherAsync(() => [stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct), stores.Answers.SaveAsync(Round, Samples.Sealed(2), Ct)]);
        await stores.Answers.SaveAsync(Other, Samples.Sealed(1), Ct);
        await stores.Answers.SaveAsync(Other, Samples.Sealed(2), Ct);

        var rows = await AnswerRowsAsync();
        Assert.Equal(Of(Other), Of(Round).Skip(1), StringComparer.Ordinal);

        // The first of the round is the one that the others waited for.
        IEnumerable<string> Of(RoundId round) => rows.Where(row => row.PartitionKey == Keys.PartitionOf(round))
            .OrderBy(row => row.RowKey == Keys.AnswerRow(Samples.Participant(0)) ? 0 : 1).ThenBy(row => row.RowKey, StringComparer.Ordinal)
            .Select(row => $"{row.RowKey}: {string.Join(", ", row.Keys.Order(StringComparer.Ordinal))} {Convert.ToHexString(row.GetBinary("Sealed")!)}");
    }

    [Fact]
    public async Task Of_two_answers_of_one_person_that_wait_the_later_lies_there_and_both_are_told_that_it_is_kept()
    {
        var outcomes = await TogetherAsync(() => [stores.Answers.SaveAsync(Round, Samples.Sealed(1, "first"), Ct), stores.Answers.SaveAsync(Round, Samples.Sealed(2), Ct), stores.Answers.SaveAsync(Round, Samples.Sealed(1, "second"), Ct)]);

        Assert.All(outcomes, outcome => Assert.Equal(AnswerOutcome.Kept, outcome));
        Assert.Equal(["answer 0", "answer 2", "second 1"], (await ContentsAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_answer_saved_deleted_and_saved_again_while_others_wait_is_there_and_one_deleted_last_is_not()
    {
        var outcomes = await TogetherAsync(() =>
        [
            stores.Answers.SaveAsync(Round, Samples.Sealed(1, "first"), Ct), stores.Answers.DeleteAsync(Round, Samples.Participant(1), Ct), stores.Answers.SaveAsync(Round, Samples.Sealed(1, "second"), Ct),
            stores.Answers.SaveAsync(Round, Samples.Sealed(2), Ct), stores.Answers.DeleteAsync(Round, Samples.Participant(2), Ct), stores.Answers.DeleteAsync(Round, Samples.Participant(3), Ct),
        ]);

        Assert.All(outcomes, outcome => Assert.Equal(AnswerOutcome.Kept, outcome));
        Assert.Equal(["answer 0", "second 1"], (await ContentsAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_round_that_closes_while_answers_wait_refuses_all_of_them_and_keeps_the_one_that_was_in()
    {
        var open = (await stores.Rounds.FindAsync(Round, Ct))!;
        requests.Hold();
        var first = stores.Answers.SaveAsync(Round, Samples.Sealed(0), Ct);
        await requests.Arrived;
        List<Task<AnswerOutcome>> late = [stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct), stores.Answers.DeleteAsync(Round, Samples.Participant(0), Ct), stores.Answers.SaveAsync(Round, Samples.Sealed(2), Ct)];
        // Another instance closes it.
        var other = TableStores.On(new TableServiceClient(await emulator.ConnectionStringAsync()), prefix);
        await other.Rounds.BeginClosingAsync(open.Value with { State = RoundState.Closing }, open.Version, Ct);
        requests.LetGo();

        Assert.All(await Task.WhenAll(late.Append(first)), outcome => Assert.Equal(AnswerOutcome.RoundOver, outcome));
        Assert.Empty(await AnswerRowsAsync());
    }

    [Fact]
    public async Task An_answer_that_storage_cannot_hold_fails_alone_and_those_beside_it_are_kept()
    {
        Task<AnswerOutcome> wrong = null!;
        var others = await TogetherAsync(() =>
        {
            var before = stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct);
            wrong = stores.Answers.SaveAsync(Round, new SealedAnswer(Samples.Participant(2), new byte[70_000]), Ct);
            return [before, stores.Answers.SaveAsync(Round, Samples.Sealed(3), Ct)];
        });

        Assert.All(others, outcome => Assert.Equal(AnswerOutcome.Kept, outcome));
        Assert.Equal(400, (await Assert.ThrowsAnyAsync<RequestFailedException>(() => wrong)).Status);
        Assert.Equal(["answer 0", "answer 1", "answer 3"], (await ContentsAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Everybody_who_waits_for_a_storage_that_breaks_is_told_so_and_the_next_answer_is_kept_when_it_is_back()
    {
        requests.Break(true);
        requests.Hold();
        var first = stores.Answers.SaveAsync(Round, Samples.Sealed(0), Ct);
        await requests.Arrived;
        List<Task<AnswerOutcome>> waiting = [first, .. Enumerable.Range(1, 20).Select(number => stores.Answers.SaveAsync(Round, Samples.Sealed(number), Ct)), stores.Answers.DeleteAsync(Round, Samples.Participant(1), Ct)];
        requests.LetGo();
        foreach (var one in waiting) await Assert.ThrowsAsync<StorageUnavailableException>(() => one);

        requests.Break(false);
        Assert.Equal(AnswerOutcome.Kept, await stores.Answers.SaveAsync(Round, Samples.Sealed(1), Ct));
        Assert.Equal(["answer 1"], await ContentsAsync(), StringComparer.Ordinal);
    }

    private static string Escaped(string key) => Uri.EscapeDataString(key);

    /// <summary>Saves while an answer of the round is being written.</summary>
    private async Task<AnswerOutcome[]> TogetherAsync(Func<IReadOnlyList<Task<AnswerOutcome>>> save)
    {
        requests.Hold();
        var first = stores.Answers.SaveAsync(Round, Samples.Sealed(0), Ct);
        await requests.Arrived;
        var waiting = save();
        requests.LetGo();
        Assert.Equal(AnswerOutcome.Kept, await first);
        return await Task.WhenAll(waiting);
    }

    private async Task<List<TableEntity>> AnswerRowsAsync() =>
        await table.QueryAsync<TableEntity>(cancellationToken: Ct).Where(row => row.RowKey.StartsWith("a|", StringComparison.Ordinal)).ToListAsync(Ct);

    private async Task<List<string>> ContentsAsync() => [.. (await AnswerRowsAsync()).Select(row => System.Text.Encoding.UTF8.GetString(row.GetBinary("Sealed")!))];

    [GeneratedRegex("PartitionKey='(?<round>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Partition();
}
