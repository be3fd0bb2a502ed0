using Azure;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>Rounds, each with its gate while answers are taken. What is saved only if the gate is there, in the same transaction, is in before the close or refused.</summary>
internal sealed class RoundStore(Tables tables) : IRoundStore
{
    public static RowKind Rounds { get; } = new(Keys.Rounds, "a round", new RowKeys(Keys.Round, Topic.Round, "team and week"), Until.TeamGoes, typeof(RoundRow));

    public static RowKind Gates { get; } = new(Keys.Rounds, "a round's gate: there while answers are taken",
        new RowKeys(Keys.Gate, Topic.SealedAnswers, "team and week; the store's own time stamp is that of the last change to any answer, or of the last lines added to the ledger"), Until.RoundCloses, typeof(Row));

    public async Task<Versioned<Round>?> FindAsync(RoundId id, CancellationToken ct) =>
        await tables.Rounds.FindAsync<RoundRow>(Keys.PartitionOf(id), Keys.Round, ct) is { } row ? new(row.ToRound(id), row.ETag.ToString()) : null;

    public Task<Round?> FindRecentAsync(RoundId id, CancellationToken ct) =>
        tables.Rounds.FindRecentAsync(Keys.PartitionOf(id), Keys.Round, (RoundRow row) => row.ToRound(id), ct);

    public Task<SaveOutcome> OpenAsync(Round round, CancellationToken ct) =>
        tables.Rounds.TransactAsync([new(Add, RoundRow.Of(round)), new(Add, Gate(round.Id))], ct).OutcomeAsync();

    public Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct) =>
        tables.Rounds.ReplaceAsync(RoundRow.Of(round), new ETag(version), ct).OutcomeAsync();

    public async Task<SaveOutcome> BeginClosingAsync(Round round, string version, CancellationToken ct)
    {
        try
        {
            await tables.Rounds.TransactAsync([new(UpdateReplace, RoundRow.Of(round), new ETag(version)), new(Delete, Gate(round.Id), ETag.All)], ct);
            return SaveOutcome.Saved;
        }
        catch (RequestFailedException stale) when (stale.Status == StatusCodes.Status412PreconditionFailed)
        {
            return SaveOutcome.Conflict;
        }
        catch (RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            // An earlier attempt removed the gate, and no gate comes back; or there is no such round, which saving it finds out.
            return await SaveAsync(round, version, ct);
        }
    }

    public IAsyncEnumerable<Versioned<Round>> TalliedAsync(TeamId team, RoundName upTo, CancellationToken ct) => RoundsAsync(Keys.TalliedFilter(team, upTo), ct);

    public IAsyncEnumerable<Round> BetweenAsync(TeamId team, RoundName from, RoundName upTo, CancellationToken ct) => RoundsAsync(Keys.RoundsFilter(team, from, upTo), ct).Select(round => round.Value);

    public IAsyncEnumerable<Versioned<Round>> CountedBeforeAsync(RoundId id, CancellationToken ct) => RoundsAsync(Keys.CountedBeforeFilter(id), ct);

    public IAsyncEnumerable<RoundId> WithKeyAsync(Instant hadToCloseBefore, CancellationToken ct) =>
        tables.Rounds.QueryAsync<RoundRow>(Keys.WithKeyFilter(hadToCloseBefore), ct).Select(row => Keys.RoundOf(row.PartitionKey));

    public Task RemoveAsync(TeamId team, RoundName? held, CancellationToken ct) =>
        tables.Rounds.DeleteAllAsync(held is { } name ? Keys.OfTeamFilter(team, new RoundId(team, name)) : Keys.OfTeamFilter(team), ct);

    public async Task SweepAsync(RoundId id, CancellationToken ct)
    {
        await tables.Rounds.DeleteAllAsync(Keys.AnswersFilter(id), ct);
        await tables.Rounds.DeleteAllAsync(Keys.LinesFilter(id), ct);
    }

    private IAsyncEnumerable<Versioned<Round>> RoundsAsync(string filter, CancellationToken ct) =>
        tables.Rounds.QueryAsync<RoundRow>(filter, ct).Select(row => new Versioned<Round>(row.ToRound(Keys.RoundOf(row.PartitionKey)), row.ETag.ToString()));

    private static Row Gate(RoundId round) => Row.At(Keys.PartitionOf(round), Keys.Gate);
}
