using Azure;
using Azure.Data.Tables;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Compat.DataTables;

public sealed class QueryTests(StorageEmulator emulator) : TableTest(emulator)
{
    [Fact]
    public async Task A_query_of_more_than_a_page_returns_every_row_once_in_order()
    {
        foreach (var chunk in Enumerable.Range(0, 1_250).Chunk(100))
            await Table.SubmitTransactionAsync(chunk.Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i:0000}"))), Ct);

        var pages = new List<int>();
        var rows = new List<string>();
        await foreach (var page in Table.QueryAsync<TableEntity>("PartitionKey eq 'p'", cancellationToken: Ct).AsPages())
        {
            pages.Add(page.Values.Count);
            rows.AddRange(page.Values.Select(row => row.RowKey));
        }
        Assert.Equal([1_000, 250], pages);
        Assert.Equal(Enumerable.Range(0, 1_250).Select(i => $"{i:0000}"), rows, StringComparer.Ordinal);
        Assert.Equal(rows, await Table.QueryAsync<TableEntity>(maxPerPage: 300, cancellationToken: Ct).Select(row => row.RowKey).ToListAsync(Ct), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_continuation_token_goes_on_where_the_page_ended()
    {
        for (var i = 0; i < 5; i++) await Table.AddEntityAsync(new TableEntity("p q", $"r {i}"), Ct);
        var first = await Table.QueryAsync<TableEntity>(maxPerPage: 2, cancellationToken: Ct).AsPages().FirstAsync(Ct);
        var rest = await Table.QueryAsync<TableEntity>(cancellationToken: Ct).AsPages(first.ContinuationToken).SelectMany(page => page.Values.ToAsyncEnumerable()).ToListAsync(Ct);
        Assert.Equal(["r 2", "r 3", "r 4"], rest.Select(row => row.RowKey), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Select_returns_the_named_columns_alone()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 }, Ct);
        var row = await Table.QueryAsync<TableEntity>(select: ["RowKey", "B"], cancellationToken: Ct).SingleAsync(Ct);
        Assert.Equal((2, false), (row["B"], row.ContainsKey("A")));
        Assert.False((await Table.GetEntityAsync<TableEntity>("p", "r", ["B"], Ct)).Value.ContainsKey("A"));
    }

    [Fact]
    public async Task A_filter_quotes_what_it_is_given()
    {
        var id = Guid.NewGuid();
        await Table.AddEntityAsync(new TableEntity("it's", "r") { ["Id"] = id, ["Big"] = 5L, ["Flag"] = true, ["Real"] = 1.5 }, Ct);
        await Table.AddEntityAsync(new TableEntity("its", "r"), Ct);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"it's"} and Id eq {id} and Big gt {4L} and Flag eq {true} and Real lt {2.5}");
        Assert.Equal("it's", (await Table.QueryAsync<TableEntity>(filter, cancellationToken: Ct).SingleAsync(Ct)).PartitionKey);
    }

    [Fact]
    public void Every_kind_of_value_has_its_literal()
    {
        var at = new DateTimeOffset(2026, 11, 20, 13, 0, 0, TimeSpan.FromHours(1));
        var id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        Assert.Equal(
            "A eq 'it''s' and B eq 1 and C eq 2L and D eq true and E eq guid'6f9619ff-8b86-d011-b42d-00c04fc964ff' and F eq datetime'2026-11-20T12:00:00Z' and G eq X'00FF' and H eq 1.5",
            TableClient.CreateQueryFilter($"A eq {"it's"} and B eq {1} and C eq {2L} and D eq {true} and E eq {id} and F eq {at} and G eq {new byte[] { 0, 255 }} and H eq {1.5}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));
    }

    [Fact]
    public async Task A_malformed_filter_is_refused_by_the_service() =>
        Assert.Equal(400, (await Assert.ThrowsAsync<RequestFailedException>(async () => await Table.QueryAsync<TableEntity>("A ~ 1", cancellationToken: Ct).ToListAsync(Ct))).Status);
}
