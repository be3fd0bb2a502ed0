using Microsoft.Extensions.Logging;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary>Keys are replaced while the service runs; the place they are kept in is asked rarely.</summary>
public sealed class MasterKeyRingTests : IDisposable
{
    private static readonly TimeSpan OneMoment = TimeSpan.FromTicks(1);

    private readonly TestTime time = new(World.Start);
    private readonly ScriptedKeys source = new();
    private readonly LogBook log = new();
    private readonly LoggerFactory loggers;
    private readonly MasterKeyRing ring;

    public MasterKeyRingTests()
    {
        loggers = new LoggerFactory([log]);
        ring = new MasterKeyRing(source, time, loggers.CreateLogger<MasterKeyRing>());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newer_key_wraps_after_five_minutes_and_the_source_is_not_asked_before()
    {
        var old = source.Add();
        Assert.Equal(old, (await ring.NewestAsync(Ct)).Id);
        var @new = source.Add();

        time.Advance(TimeSpan.FromMinutes(5) - OneMoment);
        Assert.Equal(old, (await ring.NewestAsync(Ct)).Id);
        Assert.Equal(1, source.Looks);
        time.Advance(OneMoment);
        Assert.Equal(@new, (await ring.NewestAsync(Ct)).Id);

        Assert.Equal([old, @new], log.Lines.Where(line => line.Level == LogLevel.Information).Select(line => line.Text.Split(' ')[7]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_the_old_key_wrapped_is_unwrapped_without_a_question()
    {
        var old = source.Add();
        await ring.NewestAsync(Ct);
        source.Add();
        time.Advance(TimeSpan.FromMinutes(5));
        await ring.NewestAsync(Ct);
        var looks = source.Looks;

        Assert.Equal(old, (await ring.FindAsync(old, Ct)).Id);
        Assert.Equal(looks, source.Looks);
    }

    [Fact]
    public async Task A_key_that_another_instance_wraps_with_is_looked_for_at_once_and_wraps_here_too()
    {
        source.Add();
        await ring.NewestAsync(Ct);
        var @new = source.Add();

        Assert.Equal(@new, (await ring.FindAsync(@new, Ct)).Id);
        Assert.Equal(@new, (await ring.NewestAsync(Ct)).Id);
    }

    [Fact]
    public async Task An_older_key_is_read_when_it_is_needed_and_each_key_once()
    {
        var oldest = source.Add();
        source.Add();
        source.Add();
        await ring.NewestAsync(Ct);
        Assert.Equal(["key 2"], source.Reads, StringComparer.Ordinal);

        Assert.Equal(oldest, (await ring.FindAsync(oldest, Ct)).Id);
        time.Advance(TimeSpan.FromHours(1));
        await ring.NewestAsync(Ct);
        await Assert.ThrowsAsync<MasterKeyException>(() => ring.FindAsync("another", Ct));

        Assert.Equal(["key 2", "key 1", "key 0"], source.Reads, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_for_in_vain_is_not_looked_for_again_for_half_a_minute_and_then_is()
    {
        source.Add();
        var lost = source.Add();
        var taken = source.TakeNewest();

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => ring.FindAsync(lost, Ct));
        for (var i = 0; i < 100; i++) await Assert.ThrowsAsync<MasterKeyException>(() => ring.FindAsync(lost, Ct));
        Assert.Equal(1, source.Looks);
        Assert.Contains(lost, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("nothing is lost", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(source.WayBack, refusal.Message, StringComparison.Ordinal);

        source.AddAs(taken.Name, taken.Key);
        time.Advance(TimeSpan.FromSeconds(30) - OneMoment);
        await Assert.ThrowsAsync<MasterKeyException>(() => ring.FindAsync(lost, Ct));
        time.Advance(OneMoment);
        Assert.Equal(lost, (await ring.FindAsync(lost, Ct)).Id);
    }

    [Fact]
    public async Task A_key_that_is_lost_does_not_keep_another_from_being_found()
    {
        source.Add();
        await Assert.ThrowsAsync<MasterKeyException>(() => ring.FindAsync("lost", Ct));
        var @new = source.Add();

        Assert.Equal(@new, (await ring.FindAsync(@new, Ct)).Id);
    }

    [Fact]
    public async Task Many_who_need_the_same_key_at_once_ask_once()
    {
        var key = source.Add();
        var answers = new TaskCompletionSource();
        source.Answers = answers.Task;

        var all = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ring.FindAsync(key, Ct)));
        answers.SetResult();
        var found = await all;

        Assert.Single(found.Distinct());
        Assert.Equal(1, source.Looks);
    }

    [Fact]
    public async Task Without_a_key_at_the_start_there_is_a_refusal_and_the_next_one_asks_again()
    {
        source.Fault = new MasterKeyException("Out of reach.");
        Assert.Equal("Out of reach.", (await Assert.ThrowsAsync<MasterKeyException>(() => ring.NewestAsync(Ct))).Message);

        source.Fault = null;
        var key = source.Add();
        Assert.Equal(key, (await ring.NewestAsync(Ct)).Id);
    }

    [Fact]
    public async Task Something_else_than_a_key_at_the_start_is_refused_by_its_name()
    {
        source.AddAs("the file", key: null);

        Assert.StartsWith("the file does not hold a master key: 32 random bytes in base64", (await Assert.ThrowsAsync<MasterKeyException>(() => ring.NewestAsync(Ct))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Later_the_key_that_was_had_goes_on_and_the_operator_is_told(bool outOfReach)
    {
        var key = source.Add();
        await ring.NewestAsync(Ct);
        if (outOfReach) source.Fault = new MasterKeyException("Out of reach.");
        else source.AddAs("a slip", key: null);

        time.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 10; i++) Assert.Equal(key, (await ring.NewestAsync(Ct)).Id);

        Assert.Equal(2, source.Looks);
        var told = Assert.Single(log.Lines, line => line.Level == LogLevel.Warning);
        Assert.Contains(outOfReach ? "Out of reach." : "a slip does not hold a master key", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_among_the_older_keys_is_passed_over()
    {
        var oldest = source.Add();
        source.AddAs("a slip", key: null);
        source.Add();

        Assert.Equal(oldest, (await ring.FindAsync(oldest, Ct)).Id);
    }

    [Fact]
    public async Task Nobody_waits_long_for_a_source_that_does_not_answer()
    {
        source.Add();
        await ring.NewestAsync(Ct);
        source.Answers = new TaskCompletionSource().Task;

        var waiting = ring.FindAsync("another", Ct);
        time.Advance(TimeSpan.FromSeconds(8));

        Assert.Contains("no answer within 8 s", (await Assert.ThrowsAsync<MasterKeyException>(() => waiting)).Message, StringComparison.Ordinal);
        source.Answers = Task.CompletedTask;
        await Assert.ThrowsAsync<MasterKeyException>(() => ring.FindAsync("another", Ct));
        Assert.Equal(2, source.Looks);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_gives_up_and_leaves_no_mark()
    {
        var key = source.Add();
        source.Answers = new TaskCompletionSource().Task;
        using var gaveUp = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var waiting = ring.FindAsync(key, gaveUp.Token);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        source.Answers = Task.CompletedTask;
        Assert.Equal(key, (await ring.FindAsync(key, Ct)).Id);
    }

    [Fact]
    public async Task When_the_service_ends_every_key_is_overwritten()
    {
        var oldest = source.Add();
        source.Add();
        MasterKey[] keys = [await ring.NewestAsync(Ct), await ring.FindAsync(oldest, Ct)];
        var bytes = keys.Select(key => key.Secret.Use(lent => lent)).ToList();

        ring.Dispose();

        Assert.All(bytes, memory => Assert.All(memory.ToArray(), value => Assert.Equal(0, value)));
    }

    [Fact]
    public async Task No_line_and_no_refusal_holds_anything_of_a_key()
    {
        source.Add();
        var lost = source.Add();
        var secret = Convert.ToBase64String(source.TakeNewest().Key!);
        var wrapping = await ring.NewestAsync(Ct);
        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => ring.FindAsync(lost, Ct));

        var said = string.Join('\n', log.Lines.Select(line => line.Text)) + refusal;
        string[] secrets = [secret, Convert.ToBase64String(wrapping.Secret.Use(bytes => bytes.ToArray()))];
        Assert.All(secrets, hidden =>
        {
            Assert.DoesNotContain(hidden[..8], said, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(Convert.FromBase64String(hidden))[..8], said, StringComparison.OrdinalIgnoreCase);
        });
    }

    public void Dispose()
    {
        ring.Dispose();
        loggers.Dispose();
    }
}
