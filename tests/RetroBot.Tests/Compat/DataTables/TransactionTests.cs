using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using RetroBot.Tests.Emulator;
using Xunit;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Tests.Compat.DataTables;

public sealed class TransactionTests(StorageEmulator emulator) : TableTest(emulator)
{
    [Fact]
    public async Task Every_kind_of_action_takes_effect_and_has_its_own_response()
    {
        foreach (var row in (string[])["merged", "replaced", "deleted"]) await Table.AddEntityAsync(new TableEntity("p", row) { ["Old"] = 1 }, Ct);

        var responses = (await Table.SubmitTransactionAsync(
            [
                new(Add, Row("added")),
                new(UpdateMerge, Row("merged"), ETag.All),
                new(UpdateReplace, Row("replaced"), ETag.All),
                new(Delete, Row("deleted"), ETag.All),
                new(UpsertMerge, Row("upserted")),
                new(UpsertReplace, Row("replacing 'ä")),
            ],
            Ct)).Value;

        Assert.All(responses, response => Assert.Equal(204, response.Status));
        Assert.Equal(6, responses.Count);
        var rows = await Table.QueryAsync<TableEntity>(cancellationToken: Ct).ToDictionaryAsync(row => row.RowKey, row => row, StringComparer.Ordinal, Ct);
        Assert.Equal(["added", "merged", "replaced", "replacing 'ä", "upserted"], rows.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.True(rows["merged"].ContainsKey("Old"));
        Assert.False(rows["replaced"].ContainsKey("Old"));
        Assert.Equal(rows["added"].ETag, responses[0].Headers.ETag);
    }

    [Fact]
    public async Task When_one_action_is_refused_none_takes_effect_and_the_error_names_it()
    {
        await Table.AddEntityAsync(Row("there"), Ct);
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync([new(Add, Row("new")), new(UpsertReplace, Row("other")), new(Add, Row("there"))], Ct));
        Assert.Equal((409, TableErrorCode.EntityAlreadyExists.ToString(), 2), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
        Assert.Equal(["there"], await Table.QueryAsync<TableEntity>(cancellationToken: Ct).Select(row => row.RowKey).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_merge_of_no_properties_asks_only_that_the_row_is_there()
    {
        await Table.AddEntityAsync(new TableEntity("p", "gate") { ["A"] = 1 }, Ct);
        await Table.SubmitTransactionAsync([new(UpsertReplace, Row("one")), new(UpdateMerge, new TableEntity("p", "gate"), ETag.All)], Ct);
        Assert.Equal(1, (await Table.GetEntityAsync<TableEntity>("p", "gate", cancellationToken: Ct)).Value["A"]);

        await Table.DeleteEntityAsync("p", "gate", cancellationToken: Ct);
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync([new(UpsertReplace, Row("two")), new(UpdateMerge, new TableEntity("p", "gate"), ETag.All)], Ct));
        Assert.Equal((404, 1), (refused.Status, refused.FailedTransactionActionIndex));
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "two", cancellationToken: Ct)).HasValue);
    }

    [Fact]
    public async Task A_stale_version_fails_the_transaction()
    {
        var stale = (await Table.AddEntityAsync(Row("r"), Ct)).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(Row("r"), cancellationToken: Ct);
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync([new(UpdateReplace, Row("r"), stale)], Ct));
        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied.ToString()), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_hundred_actions_are_taken_and_one_more_is_refused()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => new TableTransactionAction(Add, Row($"{i}"))), Ct);
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(Enumerable.Range(100, 101).Select(i => new TableTransactionAction(Add, Row($"{i}"))), Ct));
        Assert.Equal(400, refused.Status);
        Assert.Equal(100, await Table.QueryAsync<TableEntity>(cancellationToken: Ct).CountAsync(Ct));
    }

    [Fact]
    public async Task A_row_twice_in_a_transaction_is_refused()
    {
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync([new(UpsertMerge, Row("r")), new(UpsertMerge, Row("r"))], Ct));
        Assert.Equal((400, TableErrorCode.InvalidDuplicateRow.ToString()), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_transaction_of_nothing_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([], Ct));

    private static TableEntity Row(string key) => new("p", key) { ["New"] = 1 };
}
