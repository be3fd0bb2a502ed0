using Azure.Data.Tables;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The archive numbers answers in the order in which they came.</summary>
public sealed class ArchiveInOrder : AnswersArchived
{
    public override IReadOnlyList<Type> Helps => [typeof(A13WhoseAnswerIsIt)];

    private protected override IEnumerable<TableEntity> InOrder(IEnumerable<TableEntity> sealedRows) => sealedRows.OrderBy(row => row.Timestamp);

    private protected override string IdOf(TableEntity sealedRow, int number) => $"{number:0000}";
}
