using System.Globalization;
using System.Text.Json;

namespace RetroBot.Tests.Attacks;

/// <summary>Every order in which rows or values of a dump name answers, or case studies.</summary>
internal static class OrderClues
{
    /// <summary>By which a table's rows can be put in order.</summary>
    private static readonly (string Name, Func<DumpedRow, IComparable> Of)[] Orders =
    [
        ("key", row => row.Row.RowKey),
        ("partition and key", row => $"{row.Row.PartitionKey} {row.Row.RowKey}"),
        ("time stamp", row => row.Row.Timestamp!.Value),
        ("ETag", row => row.Row.ETag.ToString()),
        ("place in the file", row => row.InFile?.Place ?? 0),
        ("number in the file", row => row.InFile?.Number ?? 0),
        ("creation in the file", row => row.InFile?.Created ?? 0),
        ("size", row => row.Texts.Sum(text => text.Length)),
    ];

    /// <param name="rows">Of one round.</param>
    /// <param name="named">What is looked for, with all names that it has, of any case.</param>
    /// <returns>What is named, in the order in which it is, each once; only orders that name more than one.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> In(IEnumerable<DumpedRow> rows, IReadOnlyDictionary<string, string[]> named)
    {
        var clues = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in rows.GroupBy(row => row.Table, StringComparer.Ordinal))
        {
            foreach (var (order, of) in Orders) Keep($"rows of {table.Key} by {order}", table.OrderBy(of).SelectMany(row => Named(string.Join(' ', row.Texts)) is [var one] ? [one] : Array.Empty<string>()));
            foreach (var row in table)
            {
                foreach (var column in row.Row.Keys) Keep($"column {column} of {table.Key}", Named(Text(row.Row[column])));
            }
        }
        return clues;

        List<string> Named(string text) =>
            [.. named.Select(one => (one.Key, At: one.Value.Select(name => text.IndexOf(name, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min())).Where(found => found.At >= 0).OrderBy(found => found.At).Select(found => found.Key)];

        void Keep(string clue, IEnumerable<string> order)
        {
            var distinct = order.Distinct(StringComparer.Ordinal).ToList();
            if (distinct.Count < 2) return;
            clues.TryAdd(clue, distinct);
            clues.TryAdd($"{clue}, backwards", [.. Enumerable.Reverse(distinct)]);
        }
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
