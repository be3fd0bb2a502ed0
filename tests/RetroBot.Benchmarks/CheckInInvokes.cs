using System.Globalization;
using Azure.Data.Tables;
using RetroBot.Host.Storage;
using RetroBot.Simulation;

namespace RetroBot.Benchmarks;

/// <summary>How many check-ins the service accepts, beside two things that it cannot be faster than: itself doing nothing, and storage taking the answer's row alone.</summary>
internal static class CheckInInvokes
{
    private const int People = 320;
    private const int Runs = 5;

    private static readonly Load Load = new(Connections: 16, Requests: 3_000, Longest: TimeSpan.FromSeconds(20));

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        await using var storage = await Storage.StartAsync(ct);
        await using var teams = await TeamsSimulator.StartAsync(ct: ct);
        await using var service = await Service.StartAsync(storage, ct);
        var respondents = await Respondent.TeamOfAsync(People, teams, service, ct);
        foreach (var respondent in respondents) await respondent.SaveAsync(ct);
        var table = new TableServiceClient(storage.ConnectionString).GetTableClient(Keys.Rounds);
        var rows = await AnswerRowsAsync(table, ct);

        Contender checkIn = new("check-in invokes", (number, token) => respondents[number % People].SaveAsync(token));
        Contender unknownVerb = new("floor: invokes with an unknown verb, same host", (number, token) => respondents[number % People].PressUnknownAsync(token));
        Contender bareUpsert = new("floor: bare upserts of the same rows, same emulator", (number, token) => table.UpsertEntityAsync(rows[number % People], TableUpdateMode.Replace, token));
        Contender[] contenders = [checkIn, unknownVerb, bareUpsert];

        foreach (var contender in contenders) await contender.WarmUpAsync(storage.Port, ct);
        // In turn, so that what else the machine does meets all of them.
        for (var run = 0; run < Runs; run++)
            foreach (var contender in contenders) await contender.MeasureAsync(ct);

        await output.WriteLineAsync($"""

            Check-in invokes: {Load.Connections} connections, {People} people, {Runs} runs of at most {Load.Requests} requests each; median of the runs (lowest–highest)

            | | check-ins ÷ this | accepted/s | p50 ms | p99 ms | storage requests each |
            |---|---|---|---|---|---|
            {string.Join(Environment.NewLine, contenders.Select(contender => contender.RowBeside(checkIn)))}
            """);
    }

    private static async Task<IReadOnlyList<TableEntity>> AnswerRowsAsync(TableClient table, CancellationToken ct)
    {
        List<TableEntity> rows = [];
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: ct))
            if (row.RowKey.StartsWith("a|", StringComparison.Ordinal)) rows.Add(new TableEntity(row.PartitionKey, row.RowKey) { ["Sealed"] = row["Sealed"] });
        return rows.Count == People ? rows : throw new InvalidOperationException($"{People} people answered, but {rows.Count} answers lie in storage.");
    }

    private sealed class Contender(string name, Func<int, CancellationToken, Task> send)
    {
        private readonly List<Measurement> runs = [];
        private double storageRequestsEach;

        /// <summary>Counts as well: a measured run has no listener in its way.</summary>
        public async Task WarmUpAsync(int storagePort, CancellationToken ct)
        {
            using var requests = new StorageRequests(storagePort);
            var sent = 0;
            await Load.RunAsync(async (number, token) =>
            {
                await send(number, token);
                Interlocked.Increment(ref sent);
            }, ct);
            storageRequestsEach = (double)requests.Count / sent;
        }

        public async Task MeasureAsync(CancellationToken ct) => runs.Add(await Load.RunAsync(send, ct));

        /// <summary>Compared run by run: what slowed the machine down in a run slowed both.</summary>
        public string RowBeside(Contender other) =>
            $"| {name} | {(other == this ? "1" : Spread("0.00", other.runs.Zip(runs, (theirs, own) => theirs.PerSecond / own.PerSecond)))} | {Spread("0", runs.Select(run => run.PerSecond))}"
            + $" | {Spread("0.0", runs.Select(run => run.P50.TotalMilliseconds))} | {Spread("0.0", runs.Select(run => run.P99.TotalMilliseconds))}"
            + string.Create(CultureInfo.InvariantCulture, $" | {storageRequestsEach:0.##} |");

        private static string Spread(string format, IEnumerable<double> values)
        {
            double[] sorted = [.. values.Order()];
            return $"{Text(sorted[sorted.Length / 2])} ({Text(sorted[0])}–{Text(sorted[^1])})";

            string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        }
    }
}
