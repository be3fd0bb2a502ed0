using System.Globalization;

namespace RetroBot.Benchmarks;

/// <summary>One of several loads that are measured in turn, to be compared.</summary>
/// <param name="send">Sends the request of a number from 0 on, and throws unless it is answered as it should be.</param>
internal sealed class Contender(string name, Func<int, CancellationToken, Task> send)
{
    private readonly List<Measurement> runs = [];
    private double storageRequestsEach;

    /// <summary>Counts as well: a measured run has no listener in its way.</summary>
    public async Task WarmUpAsync(Load load, int storagePort, CancellationToken ct)
    {
        using var requests = new StorageRequests(storagePort);
        var sent = 0;
        await load.RunAsync(async (number, token) =>
        {
            await send(number, token);
            Interlocked.Increment(ref sent);
        }, ct);
        storageRequestsEach = (double)requests.Count / sent;
    }

    public async Task MeasureAsync(Load load, CancellationToken ct) => runs.Add(await load.RunAsync(send, ct));

    /// <summary>How many times as fast as a floor, run by run: what slowed the machine down in a run slowed both.</summary>
    public string Beside(Contender floor) => Spread.Of("0.00", floor.runs.Zip(runs, (theirs, own) => own.PerSecond / theirs.PerSecond));

    /// <param name="ratios">What stands between the name and the figures.</param>
    public string Row(params IEnumerable<string> ratios) =>
        $"| {name} | {string.Join(" | ", ratios)} | {Spread.Of("0", runs.Select(run => run.PerSecond))}"
        + $" | {Spread.Of("0.0", runs.Select(run => run.P50.TotalMilliseconds))} | {Spread.Of("0.0", runs.Select(run => run.P99.TotalMilliseconds))}"
        + string.Create(CultureInfo.InvariantCulture, $" | {storageRequestsEach:0.##} |");
}
