using System.Collections.Concurrent;

namespace RetroBot.Tests.Crashes;

/// <summary>Worlds in which the prepared round is closed, as many at once as the machine bears; each serves one crash after the other, so that a process started after one is there for the next.</summary>
internal sealed class ClosingWorlds(PreparedRound round, int instances) : IAsyncDisposable
{
    private static readonly int AtOnce = Environment.ProcessorCount + 1;
    private readonly ConcurrentBag<ClosingWorld> made = [];
    private readonly ConcurrentBag<ClosingWorld> free = [];

    /// <summary>Closes the round once for each crash.</summary>
    public async Task<IReadOnlyDictionary<TCrash, Verdict>> JudgeAsync<TCrash>(IEnumerable<TCrash> crashes, Func<ClosingWorld, TCrash, CancellationToken, Task<Verdict>> judge, CancellationToken ct)
        where TCrash : notnull
    {
        var verdicts = new ConcurrentDictionary<TCrash, Verdict>();
        await Parallel.ForEachAsync(crashes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (crash, token) =>
        {
            var world = free.TryTake(out var used) ? used : await MakeAsync(token);
            try
            {
                verdicts[crash] = await judge(world, crash, token);
                free.Add(world);
            }
            catch (TimeoutException stuck)
            {
                verdicts[crash] = new Verdict([stuck.Message]);
            }
        });
        return verdicts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in made) await world.DisposeAsync();
    }

    private async Task<ClosingWorld> MakeAsync(CancellationToken ct)
    {
        var world = await ClosingWorld.MakeAsync(round, instances, ct);
        made.Add(world);
        return world;
    }
}
