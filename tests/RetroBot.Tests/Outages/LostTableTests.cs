using System.Collections.Concurrent;
using RetroBot.Tests.Crashes;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Outages;

/// <summary>Somebody deletes a table while a round is under way. What lay in it is lost; nothing else is, nobody is asked twice, nobody in Teams meets an error, and the service goes on by itself. What it logged is listed in the test's output.</summary>
public sealed class LostTableTests(StorageEmulator emulator, ITestOutputHelper output)
{
    private const int Seed = 12;

    /// <summary>Moments for each table; in a full run each call.</summary>
    private const int Moments = 4;

    private static readonly string[] WithoutTheRound = ["chats", "senders", "preferences"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_that_holds_no_part_of_a_round_can_go_at_any_call_and_the_round_ends_as_ever() => await AllAsync(WithoutTheRound, async (round, call, gone, ct) =>
    {
        var verdict = await round.RunAsync(call, gone, ct);
        // Whoever had stopped RetroBot is lost with the table.
        return gone.Table == "preferences" ? verdict with { Faults = [.. verdict.Faults.Except([RoundJudge.AskedAgainstTheirWill], StringComparer.Ordinal)] } : verdict;
    });

    [Fact]
    public async Task A_round_that_is_lost_with_its_table_at_any_call_is_lost_quietly_and_the_next_one_is_as_ever() =>
        await AllAsync(["rounds", "teams"], (round, call, gone, ct) => round.LoseAsync(call, gone, ct));

    private async Task AllAsync(string[] tables, Func<OutageRound, Call, Outage.Gone, CancellationToken, Task<Verdict>> judge)
    {
        var (runs, verdicts) = (new List<(Call Call, Outage.Gone Gone)>(), new ConcurrentDictionary<(Call, Outage.Gone), Verdict>());
        await using (var undisturbed = await OutageRound.MakeAsync(emulator, Ct))
        {
            Assert.Empty((await undisturbed.RunAsync(at: null, outage: null, Ct)).Faults);
            var calls = undisturbed.Gate.Calls.Where(call => call.IsCertain).ToArray();
            var random = new Random(Seed);
            foreach (var table in tables) runs.AddRange((CrashSample.IsFull ? calls : random.GetItems(calls, Moments)).Distinct().Select(call => (call, new Outage.Gone(table))));
        }
        await Parallel.ForEachAsync(runs.Chunk((runs.Count / Environment.ProcessorCount) + 1), Ct, async (chunk, ct) =>
        {
            await using var round = await OutageRound.MakeAsync(emulator, ct);
            foreach (var (call, gone) in chunk) verdicts[(call, gone)] = await judge(round, call, gone, ct);
        });

        foreach (var run in runs) output.WriteLine($"{run.Call}: {run.Gone}: {verdicts[run]}");
        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }
}
