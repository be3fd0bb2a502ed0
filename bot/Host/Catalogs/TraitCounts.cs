using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>How many rows of each quarter are alike: what may be shown of a row depends on it.</summary>
internal sealed class TraitCounts
{
    private readonly Dictionary<Quarter, Dictionary<Traits, int>> counts = [];

    public IEnumerable<(Quarter Quarter, IReadOnlyDictionary<Traits, int> Rows)> All => counts.Select(quarter => (quarter.Key, (IReadOnlyDictionary<Traits, int>)quarter.Value));

    public void Add(Quarter quarter, Traits traits)
    {
        if (!counts.TryGetValue(quarter, out var rows)) counts.Add(quarter, rows = []);
        rows[traits] = rows.GetValueOrDefault(traits) + 1;
    }
}
