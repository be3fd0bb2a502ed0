using System.Collections.Concurrent;
using System.Globalization;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>One scenario in as many worlds at once as the machine bears; each serves one crash after the other. What comes of each is told at once, and what came of all in the end.</summary>
internal sealed class Scenarios<TScenario>(ITestOutputHelper output, Func<CancellationToken, Task<TScenario>> make) : IAsyncDisposable
    where TScenario : Scenario
{
    /// <summary>What earlier runs leave in a world's tables makes each look at them slower.</summary>
    private const int RunsPerWorld = 25;

    private static readonly int AtOnce = Environment.ProcessorCount + 1;
    private readonly ConcurrentBag<(TScenario Scenario, int Runs)> free = [];

    /// <summary>Plays it once for each crash.</summary>
    public async Task<IReadOnlyDictionary<TCrash, Verdict>> JudgeAsync<TCrash>(IEnumerable<TCrash> crashes, Func<TScenario, TCrash, CancellationToken, Task<Verdict>> judge, CancellationToken ct)
        where TCrash : notnull
    {
        var verdicts = new ConcurrentDictionary<TCrash, Verdict>();
        await Parallel.ForEachAsync(crashes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (crash, token) =>
        {
            var (scenario, runs) = free.TryTake(out var used) ? used : (await make(token), 0);
            var isFit = false;
            try
            {
                verdicts[crash] = await judge(scenario, crash, token);
                isFit = true;
            }
            catch (TimeoutException stuck)
            {
                verdicts[crash] = new Verdict([stuck.Message]);
            }
            finally
            {
                // What has gone wrong in one is left to no other run, nor goes on beside it.
                if (isFit && runs + 1 < RunsPerWorld) free.Add((scenario, runs + 1));
                else await scenario.DisposeAsync();
            }
            output.WriteLine($"{crash}: {verdicts[crash]}");
        });
        var all = verdicts.Values.Aggregate(default(Census), (sum, verdict) => sum + verdict.Census);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdicts.Count} runs: {all}, {verdicts.Values.Sum(verdict => verdict.Notices)} notices beside a digest."));
        return verdicts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (scenario, _) in free) await scenario.DisposeAsync();
    }
}
