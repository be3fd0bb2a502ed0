using System.Globalization;
using RetroBot.Host.Storage;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

public sealed class RecentRowsTests : IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly SteadyTime time = new();
    private readonly RecentRows recent;
    private int reads;

    public RecentRowsTests() => recent = new RecentRows(time);

    public void Dispose() => recent.Dispose();

    [Fact]
    public async Task What_was_read_less_than_five_seconds_ago_is_not_read_again_and_then_it_is()
    {
        Assert.Equal(["row 1", "row 1"], [await FindAsync(), await FindAsync()], StringComparer.Ordinal);
        time.Pass(TimeSpan.FromSeconds(4.9));
        Assert.Equal("row 1", await FindAsync());
        time.Pass(TimeSpan.FromSeconds(0.1));
        Assert.Equal("row 2", await FindAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_nothing_alive()
    {
        await FindAsync();
        time.SetBack(TimeSpan.FromHours(1));
        time.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal("row 2", await FindAsync());
    }

    [Fact]
    public async Task What_this_instance_has_written_is_read_again_and_nothing_else()
    {
        await FindAsync("a");
        await FindAsync("b");
        recent.Forget("table", "partition", "a");
        Assert.Equal(["row 3", "row 2"], [await FindAsync("a"), await FindAsync("b")], StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_row_of_the_same_name_in_another_table_or_partition_is_another_row()
    {
        Assert.Equal(["row 1", "row 2", "row 3"], [await FindAsync(), await FindAsync(table: "other"), await FindAsync(partition: "other")], StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_absent_is_looked_for_again()
    {
        Assert.Null(await recent.FindAsync("table", "partition", "row", () => Task.FromResult<string?>(null), Ct));
        Assert.Equal("row 1", await FindAsync());
    }

    [Fact]
    public async Task Whoever_asks_while_it_is_being_read_shares_that_reading_and_whoever_gives_up_takes_nobody_along()
    {
        var reading = new TaskCompletionSource<string?>();
        using var given = new CancellationTokenSource();
        var asked = 0;
        var (first, second) = (Find(given.Token), Find(Ct));
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        reading.SetResult("row");
        Assert.Equal(["row", "row"], [await second, await Find(Ct)], StringComparer.Ordinal);
        Assert.Equal(1, asked);

        Task<string?> Find(CancellationToken ct) => recent.FindAsync("table", "partition", "row", () =>
        {
            asked++;
            return reading.Task;
        }, ct);
    }

    [Fact]
    public async Task A_reading_that_fails_is_told_to_all_who_share_it_and_the_next_one_reads_again()
    {
        var reading = new TaskCompletionSource<string?>();
        List<Task<string?>> sharing = [.. Enumerable.Range(0, 3).Select(_ => recent.FindAsync("table", "partition", "row", () => reading.Task, Ct))];
        reading.SetException(new InvalidOperationException());
        foreach (var one in sharing) await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        Assert.Equal("row 1", await FindAsync());
    }

    [Fact]
    public async Task What_is_written_while_it_is_being_read_is_read_again()
    {
        var reading = new TaskCompletionSource<string?>();
        var before = recent.FindAsync("table", "partition", "row", () => reading.Task, Ct);
        recent.Forget("table", "partition", "row");
        reading.SetResult("as it was before");
        Assert.Equal("as it was before", await before);
        Assert.Equal("row 1", await FindAsync());
    }

    [Fact]
    public async Task No_more_than_a_thousand_rows_are_remembered()
    {
        for (var row = 0; row < 2_000; row++) await FindAsync(row.ToString(CultureInfo.InvariantCulture));
        var before = reads;
        for (var row = 0; row < 2_000; row++) await FindAsync(row.ToString(CultureInfo.InvariantCulture));
        Assert.InRange(reads - before, 1_000, 2_000);
    }

    private Task<string?> FindAsync(string row = "row", string table = "table", string partition = "partition") =>
        recent.FindAsync(table, partition, row, () => Task.FromResult<string?>($"row {++reads}"), Ct);

    /// <summary>Its steady clock only goes on; what it shows may be set back.</summary>
    private sealed class SteadyTime : TimeProvider
    {
        private TimeSpan passed;
        private TimeSpan setBack;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => World.Start + passed - setBack;

        public override long GetTimestamp() => passed.Ticks;

        public void Pass(TimeSpan by) => passed += by;

        public void SetBack(TimeSpan by) => setBack += by;
    }
}
