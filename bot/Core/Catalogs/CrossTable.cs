using RetroBot.Core.Digests;

namespace RetroBot.Core.Catalogs;

/// <summary>How many rows of the catalog show a value of one facet together with a value of another, as coarsely as anyone reads a number. It is made of what rows show and of nothing else: whoever has an export counts the same.</summary>
public sealed class CrossTable
{
    private readonly Dictionary<(string Line, string Column), int> counts;

    private CrossTable(Dictionary<(string Line, string Column), int> counts)
    {
        this.counts = counts;
        (Lines, Columns) = (Names(counts.Keys.Select(key => key.Line)), Names(counts.Keys.Select(key => key.Column)));
    }

    /// <summary>The values of the first facet, by name.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Those of the second, by name.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Null for fewer rows than can be told.</summary>
    public GroupBand? this[string line, string column] => Generalisation.BandOf(counts.GetValueOrDefault((line, column)));

    /// <param name="rows">How many rows show the same.</param>
    public static CrossTable Of(IEnumerable<KeyValuePair<FacetValues, int>> rows, CatalogFacet lines, CatalogFacet columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var together = new Dictionary<(string, string), int>();
        foreach (var (shown, number) in rows)
        {
            foreach (var cell in shown.Of(lines).SelectMany(_ => shown.Of(columns), (line, column) => (line, column))) together[cell] = together.GetValueOrDefault(cell) + number;
        }
        return new CrossTable(together);
    }

    private static List<string> Names(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
