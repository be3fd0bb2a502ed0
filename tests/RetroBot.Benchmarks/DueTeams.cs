using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Host.Storage;

namespace RetroBot.Benchmarks;

/// <summary>What it takes to find the teams that are due among many that are not.</summary>
internal static class DueTeams
{
    private const int Runs = 9;
    private const int LargestTransaction = 100;

    private static readonly int[] Sizes = [1, 1_000, 100_000];
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 9, 0);
    private static readonly TenantId Tenant = new("72f988bf-86f1-41af-91ab-2d7cd011db47");

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        await output.WriteLineAsync($"""

            Finding the one team that is due; {Runs} runs, median (lowest–highest)

            | teams | ms | ÷ the same ranges, bare | the same ranges of an empty table, bare, ms | storage requests | rows read |
            |---|---|---|---|---|---|
            """);
        foreach (var size in Sizes)
        {
            // Each in an emulator of its own: it has one thread, and keeps what it has in memory.
            await using var storage = await Storage.StartAsync(ct);
            await using var service = await Service.StartAsync(storage, ct);
            var account = new TableServiceClient(storage.ConnectionString);
            var filled = account.GetTableClient(Keys.Teams);
            await FillAsync(filled, size, service.Services.GetRequiredService<RoundDefaults>().At(Now), ct);
            var empty = account.GetTableClient("empty");
            await empty.CreateIfNotExistsAsync(ct);
            var teams = service.Services.GetRequiredService<ITeamStore>();

            var (found, requests) = await CountAsync(teams, storage.Port, ct);
            if (found != 1) throw new InvalidOperationException($"One team is due, but {found} were found.");
            var (own, floor, nothing) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                nothing.Add((await Effort.TimeAsync(() => ReadAsync(empty, ct))).TotalMilliseconds);
                floor.Add((await Effort.TimeAsync(() => ReadAsync(filled, ct))).TotalMilliseconds);
                own.Add((await Effort.TimeAsync(async () => await teams.DueAsync(Now, ct).CountAsync(ct))).TotalMilliseconds);
            }
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {size:N0} | {Spread.Of("0.0", own)} | {Spread.Of("0.00", own.Zip(floor, (ours, theirs) => ours / theirs))} | {Spread.Of("0.0", nothing)} | {requests} | {found} |"));
        }
    }

    private static async Task<(int Found, int Requests)> CountAsync(ITeamStore teams, int storagePort, CancellationToken ct)
    {
        using var requests = new StorageRequests(storagePort);
        var found = await teams.DueAsync(Now, ct).CountAsync(ct);
        return (found, requests.Count);
    }

    private static async Task ReadAsync(TableClient table, CancellationToken ct)
    {
        foreach (var partition in Keys.TeamPartitions)
            await foreach (var row in table.QueryAsync<TableEntity>(Keys.DueFilter(partition, Now), cancellationToken: ct)) _ = row;
    }

    /// <summary>The first team is due, the others within the next weeks.</summary>
    private static async Task FillAsync(TableClient table, int size, RoundSettings settings, CancellationToken ct)
    {
        await table.CreateIfNotExistsAsync(ct);
        var rows = Enumerable.Range(0, size).Select(number => TeamOf(number, settings)).SelectMany(team => (ITableEntity[])[TeamRow.Of(team), Row.At(Keys.PartitionOf(team.Id), Keys.DueRow(team.Due!.Value, team.Id))]);
        foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
            foreach (var some in partition.Chunk(LargestTransaction))
                await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), ct);
    }

    private static Team TeamOf(int number, RoundSettings settings) => new(
        new TeamId(Tenant, string.Create(CultureInfo.InvariantCulture, $"19:team-{number:000000}@thread.tacv2")), $"Team {number}", "19:general@thread.tacv2", new Uri("https://smba.trafficmanager.net/emea/"), "28:bot", AddedBy: null,
        [new UserId("lead")], settings, ScheduledSince: Now - Duration.FromDays(30), Latest: null, Due: number == 0 ? Now : Now + Duration.FromMinutes(1 + (number % 40_000)), "en");
}
