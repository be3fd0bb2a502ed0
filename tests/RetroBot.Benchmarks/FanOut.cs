using System.Globalization;
using RetroBot.Simulation;
using RetroBot.Simulation.Limits;

namespace RetroBot.Benchmarks;

/// <summary>How near a round's cards come to the rate that Teams allows, when they go out to very many people whose chats are known.</summary>
internal static class FanOut
{
    private const int People = 10_000;
    private const int Warming = 300;

    /// <summary>More than simulated Teams needs for a round, in bytes.</summary>
    private const long JudgesMemory = 1L << 30;

    private static readonly int Allowed = RateLimits.Documented.Everything.Single().Calls;

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        var clock = new ArrivalClock();
        await using var storage = await Storage.StartAsync(ct);
        await using var teams = await TeamsSimulator.StartAsync(keeping: Keeping.Counts, cardName: clock.NameOf, ct: ct);
        await using var service = await SendingService.StartAsync(storage, Allowed, ct);
        using var bot = new HttpClient { BaseAddress = new Uri(service.Said) };
        // A round of another organisation warms up both sides: what a start costs is measured apart.
        var first = await Crowd.GatherAsync(teams: 1, Warming, teams, bot, storage, ct);
        await FanOutRun.MeasureAsync(Warming, () => first.OpenAsync(ct), clock, service, teams, ct);
        var crowd = await Crowd.GatherAsync(teams: 1, People, teams, bot, storage, ct);
        (teams.Limits, teams.Latencies) = (RateLimits.Documented, Latencies.Assumed(seed: 1));

        // A call counts by when it arrives: while its judge collects garbage, none does.
        if (!GC.TryStartNoGCRegion(JudgesMemory)) throw new InvalidOperationException($"{JudgesMemory} bytes of memory cannot be had.");
        var stolen = Machine.Stolen;
        var run = await FanOutRun.MeasureAsync(People, () => crowd.OpenAsync(ct), clock, service, teams, ct);
        stolen = Machine.Stolen - stolen;
        GC.EndNoGCRegion();
        var received = teams.Record.Of(ArrivalClock.Card, crowd.People);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

            Fan-out under Teams' documented limits, each request with the latency that is assumed of it: {People} people whose chats are known, {Allowed} requests/s allowed

            | | cards/s | ÷ {Allowed} |
            |---|---|---|
            | without the first and the last hundredth of them | {run.Amid:0.0} | {run.Amid / Allowed:0.000} |
            | from the first card to the last | {run.PerSecond:0.0} | {run.PerSecond / Allowed:0.000} |
            | from "open now" to the last card | {People / run.Whole.TotalSeconds:0.0} | {People / run.Whole.TotalSeconds / Allowed:0.000} |

            Answered 429: {teams.Requests.CountAnswered(429)}. Lost: {received.Never.Count}. Doubled: {received.MoreThanOnce.Count}. CPU of the service per card: {run.Cpu.TotalMilliseconds / People:0.0} ms. Time in which the processors were somebody else's: {stolen / run.Whole / Environment.ProcessorCount:P1}.
            """));
    }
}
