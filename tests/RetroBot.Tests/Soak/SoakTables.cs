using Azure;
using Azure.Data.Tables;
using NodaTime;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Soak;

/// <summary>The service's tables, as a test reads them behind its back. One that nobody has written to yet is empty.</summary>
internal sealed class SoakTables(TableServiceClient storage, string prefix)
{
    private static readonly string[] KeyAlone = ["PartitionKey", "RowKey"];

    /// <summary>Whether no team is looked after before this time, and nobody is a tenant's sender.</summary>
    public async Task<bool> AreAtRestAsync(Instant until, CancellationToken ct)
    {
        var soon = $"d|{until.ToString("uuuu-MM-dd'T'HH:mm:ss", formatProvider: null)}";
        return !await RowsAsync(Keys.Teams, TableClient.CreateQueryFilter($"RowKey ge {"d|"} and RowKey lt {soon}"), KeyAlone, ct).AnyAsync(ct)
            && !await RowsAsync("senders", filter: null, KeyAlone, ct).AnyAsync(ct);
    }

    /// <summary>The keys of the lines of a round that say that it is unknown whether somebody has the card.</summary>
    public ValueTask<HashSet<string>> UnknownAsync(SoakRound round, CancellationToken ct) => RowsAsync(
        Keys.Rounds, TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(round)} and RowKey ge {"l|"} and RowKey lt {"l}"} and State eq {nameof(DeliveryState.Unknown)}"), KeyAlone, ct)
        .Select(row => row.RowKey).ToHashSetAsync(StringComparer.Ordinal, ct);

    /// <summary>All rows of a round.</summary>
    public ValueTask<List<TableEntity>> OfAsync(SoakRound round, CancellationToken ct) =>
        RowsAsync(Keys.Rounds, TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(round)}"), select: null, ct).ToListAsync(ct);

    /// <summary>The partitions of all rounds that there are.</summary>
    public ValueTask<HashSet<string>> HeldAsync(CancellationToken ct) =>
        RowsAsync(Keys.Rounds, TableClient.CreateQueryFilter($"RowKey eq {Keys.Round}"), KeyAlone, ct).Select(row => row.PartitionKey).ToHashSetAsync(StringComparer.Ordinal, ct);

    /// <returns>Null for nothing.</returns>
    public ValueTask<TableEntity?> PreferenceAsync(SoakPerson person, CancellationToken ct) => RowsAsync(
        Keys.Preferences, TableClient.CreateQueryFilter($"PartitionKey eq {person.Person.Tenant.Id.ToString()} and RowKey eq {person.Person.ObjectId.ToString()}"), select: null, ct).SingleOrDefaultAsync(ct);

    public static string PartitionOf(SoakRound round) => Keys.PartitionOf(new RoundId(new TeamId(new(round.Team.Team.Tenant.Id.ToString()), round.Team.Team.Id), round.Name));

    private async IAsyncEnumerable<TableEntity> RowsAsync(string table, string? filter, IEnumerable<string>? select, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var rows = storage.GetTableClient(prefix + table).QueryAsync<TableEntity>(filter, select: select, cancellationToken: ct).GetAsyncEnumerator(ct);
        while (await NextAsync(rows)) yield return rows.Current;
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }
}
