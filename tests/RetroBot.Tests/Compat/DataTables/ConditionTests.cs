using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Compat.DataTables;

public sealed class ConditionTests(StorageEmulator emulator) : TableTest(emulator)
{
    [Fact]
    public async Task Adding_a_row_twice_is_refused()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r"), Ct);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(new TableEntity("p", "r"), Ct));
        Assert.Equal((409, TableErrorCode.EntityAlreadyExists.ToString()), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task An_update_of_a_stale_version_is_refused_and_changes_nothing()
    {
        var added = await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, Ct);
        var stale = added.Headers.ETag!.Value;
        var updated = await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, stale, cancellationToken: Ct);
        Assert.NotEqual(stale, updated.Headers.ETag);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, stale, cancellationToken: Ct));
        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied.ToString()), (refused.Status, refused.ErrorCode));
        Assert.Equal(412, (await Assert.ThrowsAsync<RequestFailedException>(() => Table.DeleteEntityAsync("p", "r", stale, Ct))).Status);
        Assert.Equal(2, (await Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct)).Value["A"]);
    }

    [Fact]
    public async Task An_update_without_a_version_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(new TableEntity("p", "r"), default, cancellationToken: Ct));

    [Fact]
    public async Task A_row_that_is_not_there_is_an_error_a_missing_value_or_nothing_to_delete()
    {
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Ct));
        Assert.Equal((404, TableErrorCode.ResourceNotFound.ToString()), (missing.Status, missing.ErrorCode));
        Assert.Equal(404, (await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, cancellationToken: Ct))).Status);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Ct)).HasValue);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "r", cancellationToken: Ct)).Status);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_named_in_the_error()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Account.GetTableClient("absent").AddEntityAsync(new TableEntity("p", "r"), Ct));
        Assert.Equal(TableErrorCode.TableNotFound.ToString(), refused.ErrorCode);
    }
}
