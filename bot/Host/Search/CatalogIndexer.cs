using System.Security.Cryptography;
using System.Text;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Search;

/// <summary>Makes a tenant's index from what storage holds.</summary>
internal sealed class CatalogIndexer(ICaseStudyStore studies, QuarterReleases releases)
{
    /// <param name="current">The one there is; null for none.</param>
    /// <returns><paramref name="current"/> where nothing has changed since.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public async Task<CatalogIndex> MakeAsync(TenantId tenant, CatalogIndex? current, CancellationToken ct)
    {
        var rows = await RowsAsync(tenant, ct);
        var state = StateOf(rows);
        if (current?.State == state) return current;

        // The words of a case study never change once it is published: what was read before is still so, or withdrawn.
        var (text, numbers) = (new TextIndexBuilder(), rows.Index().ToDictionary(row => row.Item.Hit.Id, row => row.Index));
        await foreach (var study in studies.PublishedAsync(tenant, ct))
        {
            var story = study.Story;
            if (numbers.TryGetValue(study.Id, out var number)) text.Add(number, story.Title, string.Join(' ', story.HowToTry, story.UsualWay, story.AiRole, story.HumanCheck, story.NotWhen));
        }
        return new CatalogIndex(text.Build(), rows, state);
    }

    private async Task<IReadOnlyList<IndexedRow>> RowsAsync(TenantId tenant, CancellationToken ct)
    {
        var (read, counts, same) = (new List<Read>(), new TraitCounts(), new HashSet<object>());
        await foreach (var study in studies.PublishedAsync(tenant, ct))
        {
            read.Add(new Read(study.Id, study.Quarter, Once(same, Traits.Of(study.Story)), Once(same, ShownOf(study.Support))));
            counts.Add(study.Quarter, read[^1].Traits);
        }
        var shown = await releases.OfAsync(tenant, counts, ct);
        return [.. read.Select(row => Row(row, shown[row.Quarter]?.ShownOf(row.Traits), same))];
    }

    private static IndexedRow Row(Read row, Combination? shown, HashSet<object> same) =>
        new(new CatalogHit(row.Id, shown is null ? null : Once(same, shown)), Once(same, FacetValues.Of(row.Quarter, row.Support, shown)));

    private static string StateOf(IReadOnlyList<IndexedRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows) hash.AppendData(Encoding.UTF8.GetBytes($"{row.Hit.Id.Team.Value} {row.Hit.Id.Value} {row.Hit.Shown?.Detail} {row.Facets}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Without the counts behind it, which make many of what is shown alike.</summary>
    private static Support ShownOf(Support support) => new(support.Worked.Ended(), ShownSupport.None, support.MetricMoved);

    /// <summary>The same object for what is equal: few rows differ in anything but their words.</summary>
    private static T Once<T>(HashSet<object> same, T value)
        where T : class
    {
        if (same.TryGetValue(value, out var known)) return (T)known;
        same.Add(value);
        return value;
    }

    private readonly record struct Read(CaseStudyId Id, Quarter Quarter, Traits Traits, Support Support);
}
