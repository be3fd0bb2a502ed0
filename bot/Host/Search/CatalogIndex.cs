using System.Collections;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Search;

/// <summary>One tenant's catalog as it stood when the index was made: what is found by words, narrowed by what rows show, and counted. It never changes.</summary>
/// <remarks>About 1.1 KB of memory a case study of 900 characters, measured with 100,000 of them: its words without their texts, its id, and what it shows, which many rows have in common.</remarks>
internal sealed class CatalogIndex
{
    private static readonly CatalogFacet[] AllFacets = Enum.GetValues<CatalogFacet>();
    private static readonly List<string?> Steps = [null, .. FacetValues.Steps];

    private readonly TextIndex text;
    private readonly IReadOnlyList<IndexedRow> rows;
    private readonly int[] newest;
    private readonly int[] bestVerified;
    private readonly Dictionary<string, int> numbers;

    /// <summary>What rows show, each once; and by row, which of them it is.</summary>
    private readonly List<FacetValues> kinds = [];

    private readonly int[] kindOf;

    /// <param name="text">By the numbers that <paramref name="rows"/> have in the list.</param>
    /// <param name="state">Different where any row is.</param>
    public CatalogIndex(TextIndex text, IReadOnlyList<IndexedRow> rows, string state)
    {
        (this.text, this.rows, State) = (text, rows, state);
        var all = Enumerable.Range(0, rows.Count);
        newest = [.. all.OrderByDescending(row => rows[row].Facets.Period, StringComparer.Ordinal).ThenBy(row => rows[row].Hit.Id.Value, StringComparer.Ordinal)];
        bestVerified = [.. newest.OrderByDescending(row => StepOf(rows[row].Facets))];
        numbers = all.ToDictionary(row => rows[row].Hit.Id.Value, StringComparer.Ordinal);
        var known = new Dictionary<FacetValues, int>();
        kindOf = [.. rows.Select(row => KindOf(row.Facets))];

        int KindOf(FacetValues shown)
        {
            if (!known.TryGetValue(shown, out var kind))
            {
                known.Add(shown, kind = kinds.Count);
                kinds.Add(shown);
            }
            return kind;
        }
    }

    /// <summary>Names what it was made from: the same on every instance, and after every start.</summary>
    public string State { get; }

    public int Rows => rows.Count;

    /// <summary>How often two facets' values are shown together.</summary>
    public CrossTable Cross(CatalogFacet lines, CatalogFacet columns) => CrossTable.Of(CountsOf(newest).Select((number, kind) => KeyValuePair.Create(kinds[kind], number)), lines, columns);

    /// <returns>Null where there was no such case study.</returns>
    public CatalogHit? Find(string id) => numbers.TryGetValue(id, out var row) ? rows[row].Hit : null;

    /// <param name="page">From 1 on.</param>
    public CatalogHits Find(CatalogQuery query, int page, int pageLength)
    {
        var words = SearchWords.Of(query.Words).ToList();
        var found = words.Count == 0 ? newest : text.Matching(words);
        var taken = query.Chosen.Count == 0 ? found : Narrowed(found, query);
        var ordered = query.Order switch
        {
            CatalogOrder.BestMatch => taken,
            CatalogOrder.Newest => By(newest, taken),
            CatalogOrder.BestVerified => By(bestVerified, taken),
            var other => throw new ArgumentOutOfRangeException(nameof(query), other, null),
        };
        var skipped = (page - 1L) * pageLength;
        var counts = CountsOf(found);
        return new CatalogHits(
            State,
            skipped >= ordered.Count ? [] : [.. ordered.Skip((int)skipped).Take(pageLength).Select(row => rows[row].Hit)],
            taken.Count == 0,
            Generalisation.BandOf(taken.Count),
            skipped + pageLength < ordered.Count,
            AllFacets.ToDictionary(facet => facet, facet => Counted(counts, query, facet)));
    }

    private List<int> Narrowed(IReadOnlyList<int> found, CatalogQuery query)
    {
        var isTaken = kinds.ConvertAll(kind => query.Takes(kind));
        return [.. found.Where(row => isTaken[kindOf[row]])];
    }

    /// <returns>How many of these rows show what, by the number of the kind.</returns>
    private int[] CountsOf(IEnumerable<int> found)
    {
        var counts = new int[kinds.Count];
        foreach (var row in found) counts[kindOf[row]]++;
        return counts;
    }

    private IReadOnlyList<FacetCount> Counted(int[] counts, CatalogQuery query, CatalogFacet facet) =>
    [
        .. Enumerable.Range(0, kinds.Count)
            .Where(kind => counts[kind] > 0 && query.Takes(kinds[kind], except: facet))
            .SelectMany(kind => kinds[kind].Of(facet), (kind, value) => (Value: value, Rows: counts[kind]))
            .GroupBy(one => one.Value, one => one.Rows, StringComparer.Ordinal)
            .Select(one => (one.Key, Rows: one.Sum()))
            .OrderByDescending(one => Generalisation.BandOf(one.Rows)?.From ?? 0).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new FacetCount(one.Key, Generalisation.BandOf(one.Rows))),
    ];

    private List<int> By(int[] order, IReadOnlyList<int> taken)
    {
        var isTaken = new BitArray(rows.Count);
        foreach (var row in taken) isTaken[row] = true;
        return [.. order.Where(row => isTaken[row])];
    }

    private static int StepOf(FacetValues facets) => Steps.IndexOf(facets.Verification);
}
