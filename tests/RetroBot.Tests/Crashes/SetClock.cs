namespace RetroBot.Tests.Crashes;

/// <summary>Somebody sets the clock of every machine, at one of the service's calls.</summary>
internal sealed record SetClock(Call At, TimeSpan By)
{
    /// <summary>Has it happen when that call comes, whichever instance makes it.</summary>
    /// <returns>Whether it has happened.</returns>
    public Func<bool> In(CrashWorld world, CancellationToken ct)
    {
        var made = 0;
        var done = false;
        foreach (var instance in world.Instances)
            instance.Gate.Before(call => call.Name == At.Name && Interlocked.Increment(ref made) == At.Time, async () =>
            {
                await world.Clock.SetAsync(By, ct);
                Volatile.Write(ref done, true);
            });
        return () => Volatile.Read(ref done);
    }

    public override string ToString() => $"set {(By < TimeSpan.Zero ? "back" : "forward")} at {At}";
}
