namespace RetroBot.Tests.Crashes;

/// <summary>One death of the service.</summary>
internal sealed record Crash(Call Call, KillMoment Moment)
{
    public Trap Trap => new((made, _) => made == Call, Moment);

    /// <summary>One for each of several instances: whichever makes the call, as they count together, dies of it; the others live.</summary>
    public IReadOnlyList<Trap> TrapsFor(int instances)
    {
        var made = 0;
        return [.. Enumerable.Range(0, instances).Select(_ => new Trap((call, _) => call.Name == Call.Name && Interlocked.Increment(ref made) == Call.Time, Moment))];
    }

    public override string ToString() => $"killed {(Moment == KillMoment.Before ? "before" : "after")} {Call}";
}
