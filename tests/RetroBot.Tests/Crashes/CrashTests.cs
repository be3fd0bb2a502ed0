using System.Collections.Concurrent;
using System.Globalization;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>The service is killed while it closes a round, and started again: it ends as if nobody had died. What happens is listed in the test's output.</summary>
public sealed class CrashTests(StorageEmulator emulator, ITestOutputHelper output)
{
    private const int Seeds = 10;
    private static readonly int WorldsAtOnce = Environment.ProcessorCount + 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_is_killed_at_any_of_its_calls_ends_the_round_as_if_it_had_lived()
    {
        await using var round = await PreparedRound.MakeAsync(emulator, Ct);
        var undisturbed = await Closing.RunAsync(round, trap: null, Ct);
        var judge = new Judge(round, undisturbed.Ending);
        Assert.Empty(judge.Faults(undisturbed.Ending, notices: 0));
        Assert.Equal(PreparedRound.Outcomes, undisturbed.Ending.Tally.Outcomes);

        var crashes = undisturbed.Calls.SelectMany(call => MomentsOf(call).Select(moment => (Call: call, Moment: moment))).ToList();
        var verdicts = await JudgeAsync(crashes, (crash, ct) => KillAsync(round, judge, crash.Call, crash.Moment, ct));

        foreach (var (number, call) in undisturbed.Calls.Index())
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number + 1,3}  {call}: {string.Join("; ", MomentsOf(call).Select(moment => $"killed {moment} {verdicts[(call, moment)]}"))}"));
        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }

    [Fact]
    public async Task Two_instances_that_are_killed_at_random_moments_end_the_round_as_if_both_had_lived()
    {
        await using var round = await PreparedRound.MakeAsync(emulator, Ct);
        var undisturbed = await Rivalry.RunAsync(round, [null, null], Ct);
        var judge = new Judge(round, undisturbed.Ending);
        Assert.Empty(judge.Faults(undisturbed.Ending, notices: 0));

        var verdicts = await JudgeAsync([.. Enumerable.Range(1, Seeds)], (seed, ct) => KillBothAsync(round, judge, new Random(seed), undisturbed.Calls.Max(), ct));

        foreach (var seed in verdicts.Keys.Order()) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {verdicts[seed]}"));
        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }

    /// <summary>A call that only reads changes nothing: to die after it is to die before the next.</summary>
    private static KillMoment[] MomentsOf(Call call) => call.Changes ? [KillMoment.Before, KillMoment.After] : [KillMoment.Before];

    private static async Task<Verdict> KillAsync(PreparedRound round, Judge judge, Call call, KillMoment moment, CancellationToken ct)
    {
        var closing = await Closing.RunAsync(round, new Trap((made, _) => made == call, moment), ct);

        // Reading may be done once less, as when the clock makes the service look twice while it closes a round; then this was one more undisturbed run.
        if (closing.Death is not { } death) return call.Changes ? Verdict.Of(["the call was not made"]) : judge.Verdict(closing.Ending, notices: 0, "not made");
        return judge.Verdict(closing.Ending, notices: death.NoticeIsUnknown ? 1 : 0, death.IsSaidAgain ? "said again" : "");
    }

    private static async Task<Verdict> KillBothAsync(PreparedRound round, Judge judge, Random random, int calls, CancellationToken ct)
    {
        var traps = Enumerable.Range(0, 2).Select(_ => (Number: random.Next(1, calls + 1), Moment: random.Next(2) == 0 ? KillMoment.Before : KillMoment.After)).ToList();
        var rivalry = await Rivalry.RunAsync(round, [.. traps.Select(trap => new Trap((_, number) => number == trap.Number, trap.Moment))], ct);
        return judge.Verdict(rivalry.Ending, notices: rivalry.Deaths, $"{string.Join(" and ", traps.Select(trap => $"{trap.Moment} call {trap.Number}"))}, {rivalry.Deaths} killed");
    }

    private static async Task<ConcurrentDictionary<TCrash, Verdict>> JudgeAsync<TCrash>(IReadOnlyList<TCrash> crashes, Func<TCrash, CancellationToken, Task<Verdict>> judge)
        where TCrash : notnull
    {
        var verdicts = new ConcurrentDictionary<TCrash, Verdict>();
        await Parallel.ForEachAsync(crashes, new ParallelOptions { MaxDegreeOfParallelism = WorldsAtOnce, CancellationToken = Ct }, async (crash, ct) =>
        {
            try
            {
                verdicts[crash] = await judge(crash, ct);
            }
            catch (TimeoutException stuck)
            {
                verdicts[crash] = Verdict.Of([stuck.Message]);
            }
        });
        return verdicts;
    }
}
