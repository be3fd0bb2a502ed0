using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.Digests;

namespace RetroBot.Host.Search;

/// <summary>One tenant's catalog as it stood when the index was made: what is found by words, narrowed by what rows show, and counted.</summary>
/// <remarks>About 1 KB of memory a case study: its words without their texts, its id, and what it shows, which many rows have in common.</remarks>
internal sealed class CatalogIndex : IDisposable
{
    private static readonly CatalogFacet[] AllFacets = Enum.GetValues<CatalogFacet>();
    private static readonly List<string?> Steps = [null, .. FacetValues.Steps];

    private readonly TextIndex text;
    private readonly IReadOnlyList<IndexedRow> rows;
    private readonly int[] newest;
    private readonly int[] bestVerified;
    private readonly Dictionary<string, int> numbers;

    /// <param name="state">Different where any row is.</param>
    public CatalogIndex(TextIndex text, IReadOnlyList<IndexedRow> rows, string state)
    {
        (this.text, this.rows, State) = (text, rows, state);
        var all = Enumerable.Range(0, rows.Count);
        newest = [.. all.OrderByDescending(row => rows[row].Facets.Period, StringComparer.Ordinal).ThenBy(row => rows[row].Hit.Id.Value, StringComparer.Ordinal)];
        bestVerified = [.. newest.OrderByDescending(row => StepOf(rows[row].Facets))];
        numbers = all.ToDictionary(row => rows[row].Hit.Id.Value, StringComparer.Ordinal);
    }

    /// <summary>Names what it was made from: the same on every instance, and after every start.</summary>
    public string State { get; }

    public int Rows => rows.Count;

    /// <summary>How often two facets' values are shown together.</summary>
    public CrossTable Cross(CatalogFacet lines, CatalogFacet columns) => CrossTable.Of(rows.CountBy(row => row.Facets), lines, columns);

    /// <returns>Null where there was no such case study.</returns>
    public CatalogHit? Find(string id) => numbers.TryGetValue(id, out var row) ? rows[row].Hit : null;

    /// <param name="page">From 1 on.</param>
    public CatalogHits Find(CatalogQuery query, int page, int pageLength)
    {
        var words = SearchWords.Of(query.Words).ToList();
        var found = words.Count == 0 ? newest : [.. text.Matching(words).Select(row => row - 1)];
        var taken = found.Where(row => query.Takes(rows[row].Facets)).ToList();
        var ordered = query.Order switch
        {
            CatalogOrder.BestMatch => taken,
            CatalogOrder.Newest => By(newest, taken),
            CatalogOrder.BestVerified => By(bestVerified, taken),
            var other => throw new ArgumentOutOfRangeException(nameof(query), other, null),
        };
        var skipped = (page - 1L) * pageLength;
        return new CatalogHits(
            State,
            skipped >= ordered.Count ? [] : [.. ordered.Skip((int)skipped).Take(pageLength).Select(row => rows[row].Hit)],
            taken.Count == 0,
            BandOf(taken.Count),
            skipped + pageLength < ordered.Count,
            AllFacets.ToDictionary(facet => facet, facet => Counts(found, query, facet)));
    }

    public void Dispose() => text.Dispose();

    private IReadOnlyList<FacetCount> Counts(IEnumerable<int> found, CatalogQuery query, CatalogFacet facet) =>
    [
        .. found.CountBy(row => rows[row].Facets)
            .Where(same => query.Takes(same.Key, except: facet))
            .SelectMany(same => same.Key.Of(facet), (same, value) => (Value: value, Rows: same.Value))
            .GroupBy(one => one.Value, one => one.Rows, StringComparer.Ordinal)
            .Select(one => (one.Key, Rows: one.Sum()))
            .OrderByDescending(one => BandOf(one.Rows)?.From ?? 0).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new FacetCount(one.Key, BandOf(one.Rows))),
    ];

    private static List<int> By(int[] order, List<int> taken)
    {
        var wanted = taken.ToHashSet();
        return [.. order.Where(wanted.Contains)];
    }

    private static GroupBand? BandOf(int count) => Generalisation.Threshold.Allows(count) ? GroupBand.Of(count, Generalisation.Threshold) : null;

    private static int StepOf(FacetValues facets) => Steps.IndexOf(facets.Verification);
}
