using Azure;
using Azure.Data.Tables;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>Teams, each with its entry in the index by due time. Both are in one partition and change together.</summary>
internal sealed class TeamStore(Tables tables) : ITeamStore
{
    public static RowKind Teams { get; } = new(Keys.Teams, "a team", new RowKeys("t|", Topic.Team, "tenant and team"), Until.TeamGoes, typeof(TeamRow));

    public static RowKind DueTimes { get; } = new(Keys.Teams, "when a team is looked after next", new RowKeys("d|", Topic.Team, "that time, tenant and team"), Until.TeamGoes, typeof(Row));

    public async Task<Versioned<Team>?> FindAsync(TeamId id, CancellationToken ct) =>
        await RowOfAsync(id, ct) is { } row ? new(row.ToTeam(id), row.ETag.ToString()) : null;

    public Task<Team?> FindRecentAsync(TeamId id, CancellationToken ct) =>
        tables.Teams.FindRecentAsync(Keys.PartitionOf(id), Keys.TeamRow(id), (TeamRow row) => row.ToTeam(id), ct);

    public async Task<SaveOutcome> AddAsync(Team team, CancellationToken ct)
    {
        var left = await tables.Teams.FindAsync<LeftRow>(Keys.PartitionOf(team.Id), Keys.LeftRow(team.Id), ct);
        IEnumerable<TableTransactionAction> note = left is null ? [] : [new(Delete, left, left.ETag)];
        var outcome = await tables.Teams.TransactAsync([new(Add, TeamRow.Of(team)), .. note, .. Index(team.Id, left?.DueAt(), team.Due)], ct).OutcomeAsync();
        // A removal that was under way may have left its note since: no transaction can ask that a row be absent which it does not write.
        if (outcome == SaveOutcome.Saved && left is null && await tables.Teams.FindAsync<LeftRow>(Keys.PartitionOf(team.Id), Keys.LeftRow(team.Id), ct) is { } late)
            await tables.Teams.TransactAsync([new(Delete, late, late.ETag), .. Index(team.Id, late.DueAt(), after: null)], ct).OutcomeAsync();
        return outcome;
    }

    public async Task<SaveOutcome> SaveAsync(Team team, string version, CancellationToken ct) =>
        await RowOfAsync(team.Id, ct) is { } row && row.ETag == new ETag(version)
            ? await tables.Teams.TransactAsync([new(UpdateReplace, TeamRow.Of(team), row.ETag), .. Index(team.Id, row.DueAt(), team.Due)], ct).OutcomeAsync()
            : SaveOutcome.Conflict;

    public IAsyncEnumerable<Versioned<Team>> OfTenantAsync(TenantId tenant, CancellationToken ct) => Keys.TeamPartitions.ToAsyncEnumerable()
        .SelectMany(partition => tables.Teams.QueryAsync<TeamRow>(Keys.TeamsFilter(partition, tenant), ct))
        .Select(row => new Versioned<Team>(row.ToTeam(Keys.TeamOfRow(row.RowKey)), row.ETag.ToString()));

    public IAsyncEnumerable<TeamId> AllAsync(CancellationToken ct) => Keys.TeamPartitions.ToAsyncEnumerable()
        .SelectMany(partition => tables.Teams.QueryAsync<Row>(Keys.TeamsFilter(partition), ct, [nameof(Row.PartitionKey), nameof(Row.RowKey)]))
        .Select(row => Keys.TeamOfRow(row.RowKey));

    public IAsyncEnumerable<TeamId> DueAsync(Instant now, CancellationToken ct) => Keys.TeamPartitions.ToAsyncEnumerable()
        .SelectMany(partition => tables.Teams.QueryAsync<Row>(Keys.DueFilter(partition, now), ct))
        .Select(row => Keys.TeamOfDueRow(row.RowKey));

    /// <summary>What moves a team's entry; nothing when its due time stays.</summary>
    internal static IEnumerable<TableTransactionAction> Index(TeamId team, Instant? before, Instant? after)
    {
        if (before == after) yield break;
        if (before is { } old) yield return new(Delete, Row.At(Keys.PartitionOf(team), Keys.DueRow(old, team)), ETag.All);
        if (after is { } due) yield return new(UpsertReplace, Row.At(Keys.PartitionOf(team), Keys.DueRow(due, team)));
    }

    private Task<TeamRow?> RowOfAsync(TeamId id, CancellationToken ct) => tables.Teams.FindAsync<TeamRow>(Keys.PartitionOf(id), Keys.TeamRow(id), ct);
}
