using Azure;
using Azure.Data.Tables;
using RetroBot.Host.Storage;
using RetroBot.Simulation;

namespace RetroBot.Benchmarks;

/// <summary>How many check-ins the service accepts, beside two things that it is measured by: itself answering an invoke that needs nothing, and storage taking the answers' rows alone, one by one.</summary>
internal static class CheckInInvokes
{
    private const int People = 320;
    private const int TeamsApart = 64;
    private const int Runs = 5;

    private static readonly Load[] Loads =
    [
        new(Connections: 16, Requests: 12_000, Longest: TimeSpan.FromSeconds(20)),
        new(Connections: 256, Requests: 12_000, Longest: TimeSpan.FromSeconds(20)),
    ];

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        await using var storage = await Storage.StartAsync(ct);
        await using var teams = await TeamsSimulator.StartAsync(ct: ct);
        await using var service = await Service.StartAsync(storage, ct);
        var together = await Respondent.TeamOfAsync(People, teams, service, ct);
        foreach (var respondent in together) await respondent.SaveAsync(ct);
        var table = new TableServiceClient(storage.ConnectionString).GetTableClient(Keys.Rounds);
        var rows = await AnswerRowsAsync(table, ct);
        List<Respondent> apart = [];
        for (var team = 0; team < TeamsApart; team++) apart.AddRange(await Respondent.TeamOfAsync(People / TeamsApart, teams, service, ct));
        // One after another of different teams.
        apart = [.. apart.Select((respondent, place) => (respondent, place)).OrderBy(one => one.place % (People / TeamsApart)).Select(one => one.respondent)];

        foreach (var load in Loads)
        {
            Contender inOneRound = new("check-ins, all in one round", (number, token) => together[number % People].SaveAsync(token));
            Contender inManyRounds = new($"check-ins, in {TeamsApart} rounds of {People / TeamsApart}", (number, token) => apart[number % People].SaveAsync(token));
            Contender empty = new("floor: invokes with an unknown verb, same host", (number, token) => together[number % People].PressUnknownAsync(token));
            Contender bare = new("floor: bare upserts of the same rows, same emulator", (number, token) => table.UpsertEntityAsync(rows[number % People], TableUpdateMode.Replace, token));
            Contender gated = new("for comparison: bare transactions of a row and its round's gate", (number, token) => table.SubmitTransactionAsync(
                [new(TableTransactionActionType.UpsertReplace, rows[number % People]), new(TableTransactionActionType.UpdateMerge, new TableEntity(rows[number % People].PartitionKey, Keys.Gate), ETag.All)], token));
            Contender[] contenders = [inOneRound, inManyRounds, empty, bare, gated];

            foreach (var contender in contenders) await contender.WarmUpAsync(load, storage.Port, ct);
            // In turn, so that what else the machine does meets all of them.
            for (var run = 0; run < Runs; run++)
                foreach (var contender in contenders) await contender.MeasureAsync(load, ct);

            await output.WriteLineAsync($"""

                Check-in invokes: {load.Connections} connections, {People} people, {Runs} runs of at most {load.Requests} requests each; median of the runs (lowest–highest)

                | | ÷ unknown verb | ÷ bare upserts | accepted/s | p50 ms | p99 ms | storage requests each |
                |---|---|---|---|---|---|---|
                {inOneRound.Row(inOneRound.Beside(empty), inOneRound.Beside(bare))}
                {inManyRounds.Row(inManyRounds.Beside(empty), inManyRounds.Beside(bare))}
                {empty.Row("1", "")}
                {bare.Row("", "1")}
                {gated.Row("", gated.Beside(bare))}
                """);
        }
    }

    private static async Task<IReadOnlyList<TableEntity>> AnswerRowsAsync(TableClient table, CancellationToken ct)
    {
        List<TableEntity> rows = [];
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: ct))
            if (row.RowKey.StartsWith("a|", StringComparison.Ordinal)) rows.Add(new TableEntity(row.PartitionKey, row.RowKey) { ["Sealed"] = row["Sealed"] });
        return rows.Count == People ? rows : throw new InvalidOperationException($"{People} people answered, but {rows.Count} answers lie in storage.");
    }
}
