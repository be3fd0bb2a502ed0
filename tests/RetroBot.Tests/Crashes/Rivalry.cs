namespace RetroBot.Tests.Crashes;

/// <summary>How two instances closed one round at the same time.</summary>
/// <param name="Calls">How many calls each made before it was killed, or had nothing left to do.</param>
internal sealed record Rivalry(Ending Ending, IReadOnlyList<int> Calls, int Deaths)
{
    /// <summary>Both begin at once. Each is killed where its trap says, if it comes that far, and started again.</summary>
    /// <param name="traps">One an instance; null to let it live.</param>
    /// <exception cref="TimeoutException">The round was not published, something was left to do, or a superfluous notice was not taken back.</exception>
    public static Task<Rivalry> RunAsync(ClosingWorld world, IReadOnlyList<Trap?> traps, CancellationToken ct) => world.WithPatienceAsync(async patient =>
    {
        foreach (var instance in world.Instances) await instance.KillAsync();
        await world.LayAsync(world.Round.Due, patient);
        return await RunLaidAsync(world, traps, patient);
    }, ct);

    private static async Task<Rivalry> RunLaidAsync(ClosingWorld world, IReadOnlyList<Trap?> traps, CancellationToken ct)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var (instance, trap) in world.Instances.Zip(traps))
        {
            instance.Gate.Shut(until: start.Task);
            instance.Gate.CountFromHere(trap);
        }
        await Task.WhenAll(world.Instances.Select(instance => instance.StartAsync(ct)));
        await world.AllHaveCalledAsync(ct);
        start.SetResult();

        var rest = world.RestAsync(ct);
        var lives = await Task.WhenAll(world.Instances.Zip(traps, (instance, trap) => FollowAsync(instance, trap, rest, ct)));
        await rest;
        var deaths = lives.Count(life => life.Died);

        // Whoever finds that another's notice stands takes its own back; only who died cannot.
        await world.TakenBackAsync(notices: deaths, ct);
        return new(await world.EndAsync(ct), [.. lives.Select(life => life.Calls)], deaths);
    }

    private static async Task<(int Calls, bool Died)> FollowAsync(Instance instance, Trap? trap, Task rest, CancellationToken ct)
    {
        if (trap is null || await Task.WhenAny(trap.Sprung, rest) == rest)
        {
            await rest;
            return (instance.Gate.Calls.Count, Died: false);
        }

        await instance.KillAsync();
        trap.Release();
        var calls = instance.Gate.Calls.Count;
        instance.Gate.CountFromHere(set: null);
        await instance.StartAsync(ct);
        return (calls, Died: true);
    }
}
