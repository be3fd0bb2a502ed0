using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>A mistake that makes no difference as long as the service lives.</summary>
public abstract class CrashMistake : Mistake
{
    /// <summary>The call at which the service dies of it.</summary>
    internal abstract Call At { get; }

    internal abstract KillMoment Moment { get; }

    /// <summary>What is wrong then.</summary>
    internal abstract IEnumerable<string> Faults { get; }
}
