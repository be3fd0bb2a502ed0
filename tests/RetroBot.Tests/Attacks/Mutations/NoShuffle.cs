using System.Security.Cryptography;
using Azure.Data.Tables;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The archive takes answers in the order in which they came, under random ids.</summary>
public sealed class NoShuffle : AnswersArchived
{
    public override IReadOnlyList<Type> Helps => [typeof(A13WhoseAnswerIsIt)];

    private protected override IEnumerable<(TableEntity Row, string Id)> InOrder(IEnumerable<TableEntity> sealedRows) =>
        sealedRows.OrderBy(row => row.Timestamp).Select(row => (row, RandomNumberGenerator.GetHexString(32, lowercase: true)));
}
