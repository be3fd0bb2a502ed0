using System.Text.Json;
using Azure.Data.Tables;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.Storage.Backups;

/// <summary>What a backup holds: nothing that is destroyed by a close, when voting ends, or when cards have been sent. So no backup outlives the promise, and none needs the master key.</summary>
internal static class BackedUp
{
    /// <summary>What must not stay because somebody kept a file.</summary>
    private static readonly Until[] Passing = [Until.RoundCloses, Until.VotingEnds, Until.SendingEnds, Until.SendEnds];

    /// <summary>Without the index by due time, which may move while teams are read: it is made anew from them.</summary>
    public static IReadOnlyList<RowKind> Kinds { get; } = [.. StorageSchema.All.Where(kind => kind != TeamStore.DueTimes && !Passing.Contains(kind.Until))];

    /// <summary>A round that is not closed is in none: it could not be closed without its key.</summary>
    public static bool Includes(RowKind kind, TableEntity row) => Kinds.Contains(kind) && !(kind == RoundStore.Rounds && row.ContainsKey(nameof(RoundRow.WrappedKey)));

    public static bool Includes(RowKind kind, string column) => kind.Columns.Any(known => known.Name == column && !Passing.Contains(known.Until));

    /// <param name="value">As it is stored. Beside bands a case study has, while voting lasts, the counts behind them; these go.</param>
    public static object Value(RowKind kind, string column, object value) =>
        kind == CaseStudyStore.CaseStudies && column == nameof(CaseStudyRow.Support) ? JsonSerializer.Serialize(JsonSerializer.Deserialize<Support>((string)value)!.Ended()) : value;
}
