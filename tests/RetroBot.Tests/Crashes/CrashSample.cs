using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>
/// Where the service is killed. In a <see cref="FullRun"/>: before every call, and after every one that changes something; killed after one that only reads, it leaves what it leaves when killed
/// before it. Otherwise at one of the two moments, one of each kind of reading and every call that changes something; of those that are made once a person, the first two and the last.
/// </summary>
internal static class CrashSample
{
    private const int Seed = 4;

    /// <summary>Nothing else is done more often than there are people.</summary>
    private const int People = 5;

    /// <summary>Two instances take longer than one.</summary>
    private const int OneIn = 6;

    public static bool IsFull => FullRun.IsAsked;

    /// <summary>The same for the first of two instances that makes the call; in short, some of the calls that change something.</summary>
    public static IReadOnlyList<Crash> OfTwo(IReadOnlyList<Call> calls) =>
        IsFull ? Of(calls) : [.. Of(calls).Where(crash => crash.Call.IsCertain).Where((_, index) => index % OneIn == OneIn / 2)];

    public static IReadOnlyList<Crash> Of(IReadOnlyList<Call> calls)
    {
        if (IsFull) return [.. calls.SelectMany(call => (call.Changes ? Enum.GetValues<KillMoment>() : [KillMoment.Before]).Select(moment => new Crash(call, moment)))];
        var random = new Random(Seed);
        var times = calls.CountBy(call => call.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. calls.Where(call => call.Changes ? times[call.Name] < People || call.Time <= 2 || call.Time == times[call.Name] : call.Time == 1).Select(call => new Crash(call, random.Next(2) == 0 ? KillMoment.Before : KillMoment.After))];
    }
}
