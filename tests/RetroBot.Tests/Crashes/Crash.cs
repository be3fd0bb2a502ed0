namespace RetroBot.Tests.Crashes;

/// <summary>One death of the service.</summary>
internal sealed record Crash(Call Call, KillMoment Moment)
{
    public Trap Trap => new((made, _) => made == Call, Moment);

    public override string ToString() => $"killed {(Moment == KillMoment.Before ? "before" : "after")} {Call}";
}
