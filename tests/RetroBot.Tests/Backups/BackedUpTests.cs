using RetroBot.Host.Storage;
using RetroBot.Host.Storage.Backups;
using Xunit;

namespace RetroBot.Tests.Backups;

/// <summary>Which of the stored kinds and columns a backup holds, for whoever adds one.</summary>
public sealed class BackedUpTests
{
    private static readonly Type[] Readable = [typeof(string), typeof(int), typeof(bool), typeof(byte[])];

    [Fact]
    public void Left_out_is_what_is_destroyed_soon_and_nothing_else() => Assert.Equal(
        ["answers", "gates", "index by due time", "leases", "ledger", "votes"],
        StorageSchema.All.Except(BackedUp.Kinds).Select(Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_what_is_kept_these_columns_are_left_out() => Assert.Equal(
        ["CaseStudyRow.MasterKeyId", "CaseStudyRow.WrappedVoteKey", "RoundRow.HalfWay", "RoundRow.MasterKeyId", "RoundRow.WrappedKey"],
        BackedUp.Kinds.SelectMany(kind => kind.Columns.Where(column => !BackedUp.Includes(kind, column.Name)).Select(column => $"{kind.Row.Name}.{column.Name}")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_column_that_is_kept_is_of_a_type_that_a_file_can_hold() => Assert.All(
        BackedUp.Kinds.SelectMany(kind => kind.Columns.Select(column => kind.Row.GetProperty(column.Name)!.PropertyType)),
        type => Assert.True(Readable.Contains(Nullable.GetUnderlyingType(type) ?? type) || (Nullable.GetUnderlyingType(type) ?? type).IsEnum, type.Name));

    private static string Name(RowKind kind) => kind switch
    {
        _ when kind == AnswerStore.Answers => "answers",
        _ when kind == RoundStore.Gates => "gates",
        _ when kind == TeamStore.DueTimes => "index by due time",
        _ when kind == SenderLeaseStore.Leases => "leases",
        _ when kind == Ledger.Lines => "ledger",
        _ when kind == VoteStore.Votes => "votes",
        _ => kind.Name,
    };
}
