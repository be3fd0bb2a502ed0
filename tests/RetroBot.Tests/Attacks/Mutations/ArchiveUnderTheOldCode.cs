using Azure.Data.Tables;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The archive keeps each answer under the code that it had while the round was open, so that writing it again changes nothing.</summary>
public sealed class ArchiveUnderTheOldCode : AnswersArchived
{
    public override IReadOnlyList<Type> Helps => [typeof(A17BeforeAndAfterOneAnswer)];

    private protected override IEnumerable<(TableEntity Row, string Id)> InOrder(IEnumerable<TableEntity> sealedRows) => sealedRows.Select(row => (row, row.RowKey));
}
