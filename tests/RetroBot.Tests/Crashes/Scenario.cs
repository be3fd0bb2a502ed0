namespace RetroBot.Tests.Crashes;

/// <summary>What people do with the service in a world, and what comes of it, whoever is killed meanwhile.</summary>
internal abstract class Scenario(CrashWorld world) : IAsyncDisposable
{
    public CrashWorld World => world;

    /// <summary>Plays it once. Each instance is killed where its trap says, if it comes that far, and started again.</summary>
    /// <param name="traps">One an instance; null to let it live.</param>
    /// <exception cref="TimeoutException">It never came to rest; the message quotes calls and output.</exception>
    public Task<IReadOnlyList<Life>> RunAsync(IReadOnlyList<Trap?> traps, CancellationToken ct) => world.WithPatienceAsync<IReadOnlyList<Life>>(async patient =>
    {
        await BeginAsync(traps, patient);
        var played = PlayAsync(patient);
        var lives = await Task.WhenAll(world.Instances.Zip(traps, (instance, trap) => FollowAsync(instance, trap, played, patient)));
        await played;
        return lives;
    }, ct);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    /// <summary>Lays out what is there before, with the instances running, and sets the traps.</summary>
    protected abstract Task BeginAsync(IReadOnlyList<Trap?> traps, CancellationToken ct);

    /// <summary>What people do from there on, until everything is at rest. Who gets no answer tries again.</summary>
    protected abstract Task PlayAsync(CancellationToken ct);

    /// <summary>Looks at what an instance has left, before it is started again.</summary>
    protected abstract Task DiedAsync(CancellationToken ct);

    private async Task<Life> FollowAsync(Instance instance, Trap? trap, Task played, CancellationToken ct)
    {
        if (trap is null || await Task.WhenAny(trap.Sprung, played) == played)
        {
            await played;
            var lived = new Life(instance.Gate.Calls, Died: false);
            // A trap that it did not come to does not lie in wait for the next run.
            instance.Gate.CountFromHere(set: null);
            trap?.Release();
            return lived;
        }

        await instance.KillAsync();
        trap.Release();
        var calls = instance.Gate.Calls;
        await DiedAsync(ct);
        instance.Gate.CountFromHere(set: null);
        await instance.StartAsync(ct);
        return new Life(calls, Died: true);
    }
}
