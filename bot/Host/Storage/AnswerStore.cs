using Azure;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>Sealed answers, beside their round. Every change asks in its own transaction that the round's gate is there.</summary>
internal sealed class AnswerStore(Tables tables) : IAnswerStore
{
    public static RowKind Answers { get; } = new(Keys.Rounds, "a sealed answer",
        new RowKeys("a|", Topic.SealedAnswers, "team and week, and a code of 128 bits that stands for the person under the round's key and means nothing without it", ArePersonal: true), Until.RoundCloses, typeof(AnswerRow));

    public async Task<AnswerOutcome> SaveAsync(RoundId round, SealedAnswer answer, CancellationToken ct)
    {
        var (partition, row) = (Keys.PartitionOf(round), Keys.AnswerRow(answer.Participant));
        try
        {
            await tables.Rounds.TransactAsync(
                [new(UpsertReplace, new AnswerRow { PartitionKey = partition, RowKey = row, Sealed = answer.Bytes.ToArray() }), new(UpdateMerge, Row.At(partition, Keys.Gate), ETag.All)], ct);
            return AnswerOutcome.Kept;
        }
        catch (RequestFailedException shut) when (shut.Status == StatusCodes.Status404NotFound)
        {
            return AnswerOutcome.RoundOver;
        }
    }

    public async Task<AnswerOutcome> DeleteAsync(RoundId round, ParticipantKey participant, CancellationToken ct)
    {
        var partition = Keys.PartitionOf(round);
        try
        {
            await tables.Rounds.TransactAsync([new(Delete, Row.At(partition, Keys.AnswerRow(participant)), ETag.All), new(UpdateMerge, Row.At(partition, Keys.Gate), ETag.All)], ct);
            return AnswerOutcome.Kept;
        }
        catch (RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            // A gate never comes back: if it is there now, it was the answer that is not.
            return await tables.Rounds.FindAsync<Row>(partition, Keys.Gate, ct) is null ? AnswerOutcome.RoundOver : AnswerOutcome.Kept;
        }
    }

    public async Task<bool> IncludesAsync(RoundId round, ParticipantKey participant, CancellationToken ct) =>
        await tables.Rounds.FindAsync<Row>(Keys.PartitionOf(round), Keys.AnswerRow(participant), ct) is not null;

    public IAsyncEnumerable<SealedAnswer> OfAsync(RoundId round, CancellationToken ct) =>
        tables.Rounds.QueryAsync<AnswerRow>(Keys.AnswersFilter(round), ct).Select(row => new SealedAnswer(Keys.ParticipantOf(row.RowKey), row.Sealed));

    private sealed class AnswerRow : Row
    {
        [Stored(Topic.SealedAnswers, "the choices on the card, encrypted under the round's key; equally long for every answer", IsPersonal = true)]
        public byte[] Sealed { get; set; } = [];
    }
}
