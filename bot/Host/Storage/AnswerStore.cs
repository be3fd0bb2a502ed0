using Azure;
using Azure.Data.Tables;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>Sealed answers, beside their round. Every change asks in its own transaction that the round's gate is there.</summary>
internal sealed class AnswerStore(Tables tables) : IAnswerStore
{
    private readonly GroupCommit writes = new((round, changes) => changes is [{ Participant: var participant, Sealed: null }]
        ? DeleteAsync(tables.Rounds, Keys.PartitionOf(round), participant)
        : SaveAsync(tables.Rounds, Keys.PartitionOf(round), changes));

    public static RowKind Answers { get; } = new(Keys.Rounds, "a sealed answer",
        new RowKeys("a|", Topic.SealedAnswers, "team and week, and a code of 128 bits that stands for the person under the round's key and means nothing without it", ArePersonal: true), Until.RoundCloses, typeof(AnswerRow));

    public Task<AnswerOutcome> SaveAsync(RoundId round, SealedAnswer answer, CancellationToken ct) => writes.AddAsync(round, new AnswerChange(answer.Participant, answer.Bytes), ct);

    public Task<AnswerOutcome> DeleteAsync(RoundId round, ParticipantKey participant, CancellationToken ct) => writes.AddAsync(round, new AnswerChange(participant, Sealed: null), ct);

    public async Task<bool> IncludesAsync(RoundId round, ParticipantKey participant, CancellationToken ct) =>
        await tables.Rounds.FindAsync<Row>(Keys.PartitionOf(round), Keys.AnswerRow(participant), ct) is not null;

    public IAsyncEnumerable<SealedAnswer> OfAsync(RoundId round, CancellationToken ct) =>
        tables.Rounds.QueryAsync<AnswerRow>(Keys.AnswersFilter(round), ct).Select(row => new SealedAnswer(Keys.ParticipantOf(row.RowKey), row.Sealed));

    // Neither write is any one caller's to give up.
    private static async Task<AnswerOutcome> SaveAsync(StorageTable rounds, string partition, IReadOnlyList<AnswerChange> changes)
    {
        // Of one person's answers the latest; a transaction takes each row once.
        var latest = changes.GroupBy(change => change.Participant).Select(own => own.Last())
            .Select(change => new AnswerRow { PartitionKey = partition, RowKey = Keys.AnswerRow(change.Participant), Sealed = change.Sealed!.Value.ToArray() });
        try
        {
            await rounds.TransactAsync([.. latest.Select(row => new TableTransactionAction(UpsertReplace, row)), new(UpdateMerge, Row.At(partition, Keys.Gate), ETag.All)], CancellationToken.None);
            return AnswerOutcome.Kept;
        }
        catch (RequestFailedException shut) when (shut.Status == StatusCodes.Status404NotFound)
        {
            return AnswerOutcome.RoundOver;
        }
    }

    private static async Task<AnswerOutcome> DeleteAsync(StorageTable rounds, string partition, ParticipantKey participant)
    {
        try
        {
            await rounds.TransactAsync([new(Delete, Row.At(partition, Keys.AnswerRow(participant)), ETag.All), new(UpdateMerge, Row.At(partition, Keys.Gate), ETag.All)], CancellationToken.None);
            return AnswerOutcome.Kept;
        }
        catch (RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            // A gate never comes back: if it is there now, it was the answer that is not.
            return await rounds.FindAsync<Row>(partition, Keys.Gate, CancellationToken.None) is null ? AnswerOutcome.RoundOver : AnswerOutcome.Kept;
        }
    }

    private sealed class AnswerRow : Row
    {
        [Stored(Topic.SealedAnswers, "the choices on the card, encrypted under the round's key; equally long for every answer", IsPersonal = true)]
        public byte[] Sealed { get; set; } = [];
    }
}
