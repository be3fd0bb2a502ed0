using RetroBot.Simulation;

namespace RetroBot.Benchmarks;

/// <summary>How fast the service sends when no limit holds it back, beside a loop that does nothing but post the same bodies to the same simulated Teams.</summary>
/// <remarks>RetroBot's own pace is set far above what it reaches; simulated Teams limits nothing.</remarks>
internal static class LiftedFanOut
{
    private const int Tenants = 2;
    private const int PeopleEach = 2_000;
    private const int People = Tenants * PeopleEach;
    private const int Runs = 3;

    /// <summary>Of the loop: as many as the service has sends under way in one round.</summary>
    private const int Connections = 50;

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        var clock = new ArrivalClock();
        var messages = Path.GetTempFileName();
        await using var storage = await Storage.StartAsync(ct);
        await using var teams = await TeamsSimulator.StartAsync(keeping: Keeping.Counts, cardName: clock.NameOf, ct: ct);
        await using var service = await SendingService.StartAsync(storage, requestsPerSecond: 10_000, ct);
        using var bot = new HttpClient { BaseAddress = new Uri(service.Said) };

        // The first round warms up, and gives the loop its bodies.
        var crowd = await Crowd.GatherAsync(Tenants, PeopleEach, teams, bot, storage, ct);
        await SendAsync(crowd);
        await PostingLoop.WriteMessagesAsync(messages, crowd.People.SelectMany(teams.Inbox).Select(card => (card.ConversationId, card.Content.GetRawText())), ct);
        await using var loop = await PostingLoop.StartAsync(teams, messages, Connections, ct);
        await PostAsync();

        List<(FanOutRun Ours, FanOutRun Floor)> runs = [];
        for (var run = 0; run < Runs; run++)
        {
            // In turn, so that what else the machine does meets both.
            crowd = await Crowd.GatherAsync(Tenants, PeopleEach, teams, bot, storage, ct);
            runs.Add((await SendAsync(crowd), await PostAsync()));
        }
        File.Delete(messages);

        await output.WriteLineAsync($"""

            Fan-out with every limit lifted: {Tenants} tenants with {PeopleEach} people each, whose chats are known; the loop has {Connections} connections; median of {Runs} runs (lowest–highest)

            | | ÷ floor | cards/s | CPU ms per card |
            |---|---|---|---|
            | fan-out | {Spread.Of("0.00", runs.Select(run => run.Ours.PerSecond / run.Floor.PerSecond))} | {Spread.Of("0", runs.Select(run => run.Ours.PerSecond))} | {Spread.Of("0.00", runs.Select(run => run.Ours.Cpu.TotalMilliseconds / People))} |
            | floor: a bare HttpClient posting the same bodies | 1 | {Spread.Of("0", runs.Select(run => run.Floor.PerSecond))} | {Spread.Of("0.00", runs.Select(run => run.Floor.Cpu.TotalMilliseconds / People))} |
            """);

        Task<FanOutRun> SendAsync(Crowd to) => FanOutRun.MeasureAsync(People, () => to.OpenAsync(ct), clock, service, teams, ct);
        Task<FanOutRun> PostAsync() => FanOutRun.MeasureAsync(People, () => loop.TellAsync("go"), clock, loop, teams, ct);
    }
}
