using RetroBot.Host.Storage;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>Reading on while what was read is worked on changes nothing but the time it takes.</summary>
public sealed class ReadAheadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_comes_in_order() => Assert.Equal(Enumerable.Range(0, 1_000), await NumbersAsync(1_000).AheadAsync(10, Ct).ToListAsync(Ct));

    [Fact]
    public async Task No_more_is_read_than_may_wait()
    {
        var read = new List<int>();
        await using var ahead = NumbersAsync(1_000, read).AheadAsync(10, Ct).GetAsyncEnumerator(Ct);

        for (var taken = 1; taken <= 50; taken++)
        {
            await ahead.MoveNextAsync();
            // What was taken, what waits, and the one that waits for a place.
            lock (read) Assert.InRange(read.Count, taken, taken + 11);
        }
    }

    [Fact]
    public async Task What_goes_wrong_comes_after_what_was_read_before_it()
    {
        List<int> taken = [];

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var number in FailingAsync(after: 5).AheadAsync(10, Ct)) taken.Add(number);
        });

        Assert.Equal("Scripted.", fault.Message);
        Assert.Equal([0, 1, 2, 3, 4], taken);
    }

    [Fact]
    public async Task Whoever_stops_early_has_ended_the_reading_too()
    {
        var read = new List<int>();
        var ended = new TaskCompletionSource();

        await foreach (var number in NumbersAsync(int.MaxValue, read, ended).AheadAsync(10, Ct))
        {
            if (number == 3) break;
        }

        // Not a moment later: what is read from may be gone by then.
        Assert.True(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task Whoever_waits_for_nothing_can_give_up()
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var ahead = NeverAsync(given.Token).AheadAsync(10, given.Token).GetAsyncEnumerator(Ct);
        var next = ahead.MoveNextAsync().AsTask();

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private static async IAsyncEnumerable<int> NumbersAsync(int most, List<int>? read = null, TaskCompletionSource? ended = null)
    {
        try
        {
            for (var number = 0; number < most; number++)
            {
                await Task.Yield();
                if (read is not null) lock (read) read.Add(number);
                yield return number;
            }
        }
        finally
        {
            ended?.SetResult();
        }
    }

    private static async IAsyncEnumerable<int> FailingAsync(int after)
    {
        await foreach (var number in NumbersAsync(after)) yield return number;
        throw new InvalidOperationException("Scripted.");
    }

    private static async IAsyncEnumerable<int> NeverAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
        yield return 0;
    }
}
