namespace RetroBot.Tests.Crashes;

/// <summary>How a round was closed.</summary>
/// <param name="Calls">What the service called, until it was killed or had nothing left to do.</param>
/// <param name="Death">Null when nobody killed the service.</param>
internal sealed record Closing(Ending Ending, IReadOnlyList<Call> Calls, Death? Death)
{
    /// <summary>One instance runs; a lead says "close now". Where the trap is for a call that follows, the service is killed there, and started again.</summary>
    /// <remarks>The process that has closed one round goes on to close the next: of those that are killed, each but the first is one that was started after a death.</remarks>
    /// <exception cref="TimeoutException">The round was not published, or something was left to do; the message quotes calls and output.</exception>
    public static Task<Closing> RunAsync(ClosingWorld world, Trap? trap, CancellationToken ct) => world.WithPatienceAsync(async patient =>
    {
        await world.LayAsync(world.Round.Open, patient);
        return await RunLaidAsync(world, trap, patient);
    }, ct);

    private static async Task<Closing> RunLaidAsync(ClosingWorld world, Trap? trap, CancellationToken ct)
    {
        var service = world.Instances[0];
        if (!service.Runs) await service.StartAsync(ct);
        await service.LookedAsync(ct);
        service.Gate.CountFromHere(trap);
        var answered = service.CloseNowAsync(world.Channel, ct);
        var rest = world.RestAsync(ct);
        if (trap is null || await Task.WhenAny(trap.Sprung, rest) == rest)
        {
            await rest;
            if (!await answered) throw new InvalidOperationException($"Nobody was killed, and \"close now\" was not answered. {world}");
            return new(await world.EndAsync(ct), service.Gate.Calls, Death: null);
        }

        await service.KillAsync();
        trap.Release();
        var calls = service.Gate.Calls;
        var left = await world.EndAsync(ct);
        var isUnderWay = !left.Due.SequenceEqual(world.Round.Open.Of("teams", "d").Select(row => row.RowKey));
        var death = new Death(WasAnswered: await answered, isUnderWay, left.PostIsUnknown);

        service.Gate.CountFromHere(set: null);
        await service.StartAsync(ct);
        if (death.IsSaidAgain) await service.CloseNowAsync(world.Channel, ct);
        await rest;
        return new(await world.EndAsync(ct), calls, death);
    }
}
