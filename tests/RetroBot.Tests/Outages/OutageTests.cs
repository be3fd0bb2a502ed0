using System.Collections.Concurrent;
using RetroBot.Tests.Crashes;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Outages;

/// <summary>Storage fails in every way it has, at each of the service's calls in a round: the round still ends as it has to, and Teams is never answered with an error. What happens is listed in the test's output.</summary>
public sealed class OutageTests(StorageEmulator emulator, ITestOutputHelper output)
{
    private const int Seed = 9;

    /// <summary>What earlier runs leave in a service's tables makes each look at them slower.</summary>
    private const int RunsPerService = 25;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_storage_does_at_whichever_call_nobody_is_lost_or_asked_twice_and_every_answer_counts_once()
    {
        var runs = Sample(await UndisturbedAsync());
        var verdicts = new ConcurrentDictionary<(Call, Outage), Verdict>();
        await Parallel.ForEachAsync(runs.Chunk(Math.Min(RunsPerService, (runs.Count / Environment.ProcessorCount) + 1)), Ct, async (chunk, ct) =>
        {
            await using var round = await OutageRound.MakeAsync(emulator, ct);
            foreach (var (call, outage) in chunk)
            {
                verdicts[(call, outage)] = await round.RunAsync(call, outage, ct);
                output.WriteLine($"{call}: {outage}: {verdicts[(call, outage)]}");
            }
        });

        output.WriteLine($"{runs.Count} runs: {verdicts.Values.Aggregate(default(Census), (sum, verdict) => sum + verdict.Census)}.");
        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }

    private async Task<IReadOnlyList<Call>> UndisturbedAsync()
    {
        await using var round = await OutageRound.MakeAsync(emulator, Ct);
        Assert.Empty((await round.RunAsync(at: null, outage: null, Ct)).Faults);
        return round.Gate.Calls;
    }

    /// <summary>Each call with each outage that it can meet; in short one outage for the first of each kind of call, a short one.</summary>
    private static List<(Call Call, Outage Outage)> Sample(IReadOnlyList<Call> calls)
    {
        var all = calls.SelectMany(call => Outage.All.Where(outage => call.Changes || !outage.IsForChanges).Select(outage => (call, outage)));
        if (CrashSample.IsFull) return [.. all];
        var random = new Random(Seed);
        return [.. all.Where(run => run.call.Time == 1 && run.outage is not Outage.Silence).GroupBy(run => run.call).Select(group => group.ElementAt(random.Next(group.Count())))];
    }
}
