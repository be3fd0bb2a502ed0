using Azure.Data.Tables;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>Answers of closed rounds: choices from fixed lists under random ids, and nothing else.</summary>
internal sealed class ClosedAnswerStore(Tables tables) : IClosedAnswerStore
{
    private const char Comma = ',';

    public async Task WriteAsync(RoundId round, string attempt, IReadOnlyList<Answer> answers, CancellationToken ct)
    {
        var partition = Keys.PartitionOf(round, attempt);
        // Upserts: a transaction that is sent again because its reply was lost writes the same rows again.
        foreach (var some in answers.Select(answer => ClosedRow.Of(partition, answer)).Chunk(StorageTable.LargestTransaction))
            await tables.ClosedAnswers.TransactAsync([.. some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], ct);
    }

    public IAsyncEnumerable<Answer> OfAsync(RoundId round, string attempt, CancellationToken ct) =>
        tables.ClosedAnswers.QueryAsync<ClosedRow>(Keys.PartitionFilter(Keys.PartitionOf(round, attempt)), ct).Select(row => row.ToAnswer());

    public Task SweepAsync(RoundId round, string keep, CancellationToken ct) => tables.ClosedAnswers.DeleteAllAsync(Keys.OtherAttemptsFilter(round, keep), ct);

    private sealed class ClosedRow : Row
    {
        public Outcome Outcome { get; set; }
        public Obligation? Obligation { get; set; }
        public TimeBand? TimeBand { get; set; }
        public string? Changes { get; set; }
        public Confidence? Confidence { get; set; }
        public string? Tool { get; set; }

        public static ClosedRow Of(string partition, Answer answer)
        {
            var row = new ClosedRow { PartitionKey = partition, RowKey = Keys.RandomRow(), Outcome = answer.Outcome, Obligation = answer.Obligation };
            if (answer is Answer.Full full) (row.TimeBand, row.Changes, row.Confidence, row.Tool) = (full.Time, string.Join(Comma, full.Changes), full.Confidence, full.Tool);
            return row;
        }

        public Answer ToAnswer() => (TimeBand, Changes, Confidence) switch
        {
            ({ } time, { } changes, { } confidence) => new Answer.Full(Outcome, time, [.. changes.Split(Comma).Select(Enum.Parse<Change>)], confidence, Tool, Obligation),
            _ => new Answer.Brief(Outcome, Obligation),
        };
    }
}
