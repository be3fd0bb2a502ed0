using Azure;
using Azure.Data.Tables;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>Notes that RetroBot was removed from a team, beside the teams: a team's row becomes such a note in one step, and is due like any other.</summary>
internal sealed class LeftTeamStore(Tables tables) : ILeftTeamStore
{
    public static RowKind Notes { get; } = new(Keys.Teams, "a team from which RetroBot was removed", new RowKeys("x|", Topic.LeftTeam, "tenant and team; beside it stays the row of its latest round, without key, tools, counts and digest"), Until.LeavingIsOver, typeof(LeftRow));

    public async Task<Versioned<LeftTeam>?> FindAsync(TeamId id, CancellationToken ct) =>
        await tables.Teams.FindAsync<LeftRow>(Keys.PartitionOf(id), Keys.LeftRow(id), ct) is { } row ? new(row.ToLeftTeam(id), row.ETag.ToString()) : null;

    public async Task<SaveOutcome> AddAsync(LeftTeam left, string version, CancellationToken ct)
    {
        if (await tables.Teams.FindAsync<TeamRow>(Keys.PartitionOf(left.Id), Keys.TeamRow(left.Id), ct) is not { } team || team.ETag != new ETag(version)) return SaveOutcome.Conflict;
        var earlier = await tables.Teams.FindAsync<LeftRow>(Keys.PartitionOf(left.Id), Keys.LeftRow(left.Id), ct);
        var stale = earlier?.DueAt() is { } due && due != team.DueAt() && due != left.Due ? TeamStore.Index(left.Id, due, after: null) : [];
        TableTransactionAction note = earlier is null ? new(Add, LeftRow.Of(left)) : new(UpdateReplace, LeftRow.Of(left), earlier.ETag);
        return await tables.Teams.TransactAsync([new(Delete, team, team.ETag), note, .. TeamStore.Index(left.Id, team.DueAt(), left.Due), .. stale], ct).OutcomeAsync();
    }

    public Task<SaveOutcome> SaveAsync(LeftTeam left, Versioned<LeftTeam> read, CancellationToken ct) =>
        tables.Teams.TransactAsync([new(UpdateReplace, LeftRow.Of(left), new ETag(read.Version)), .. TeamStore.Index(left.Id, read.Value.Due, left.Due)], ct).OutcomeAsync();

    public Task<SaveOutcome> RemoveAsync(Versioned<LeftTeam> read, CancellationToken ct) =>
        tables.Teams.TransactAsync([new(Delete, Row.At(Keys.PartitionOf(read.Value.Id), Keys.LeftRow(read.Value.Id)), new ETag(read.Version)), .. TeamStore.Index(read.Value.Id, read.Value.Due, null)], ct).OutcomeAsync();
}
