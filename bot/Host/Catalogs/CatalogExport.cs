using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;

namespace RetroBot.Host.Catalogs;

/// <summary>
/// The rows of an export: everything published in a tenant, by its random id, so that neither teams nor times can be read from the order. Storage keeps case studies by team; the ids are
/// therefore gone through range by range, as many at a time as memory holds whatever the catalog's size.
/// </summary>
internal sealed class CatalogExport(ICaseStudyStore studies, IQuarterStore quarters, TimeProvider time)
{
    /// <summary>Rows, about; of some 3 KB each.</summary>
    private const int HeldAtOnce = 2000;

    private const int RangeDigits = 4;

    /// <exception cref="StorageUnavailableException">Storage is out of reach; rows may have been given before.</exception>
    public async IAsyncEnumerable<CatalogRow> RowsAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        var counts = await CountAsync(tenant, ct);
        var releases = new Dictionary<Quarter, Release?>();
        foreach (var (quarter, rows) in counts) releases[quarter] = await ReleaseAsync(tenant, quarter, rows, ct);

        var ranges = 1 + (counts.Values.Sum(rows => rows.Values.Sum()) / HeldAtOnce);
        for (var range = 0; range < ranges; range++)
        {
            var held = await studies.PublishedAsync(tenant, ct).Where(study => RangeOf(study.Id, ranges) == range).ToListAsync(ct);
            foreach (var study in held.OrderBy(study => study.Id.Value, StringComparer.Ordinal))
                yield return new CatalogRow(study, releases.GetValueOrDefault(study.Quarter)?.ShownOf(Traits.Of(study.Story)));
        }
    }

    private async Task<Dictionary<Quarter, Dictionary<Traits, int>>> CountAsync(TenantId tenant, CancellationToken ct)
    {
        var counts = new Dictionary<Quarter, Dictionary<Traits, int>>();
        await foreach (var study in studies.PublishedAsync(tenant, ct))
        {
            if (!counts.TryGetValue(study.Quarter, out var rows)) counts.Add(study.Quarter, rows = []);
            var traits = Traits.Of(study.Story);
            rows[traits] = rows.GetValueOrDefault(traits) + 1;
        }
        return counts;
    }

    /// <returns>Null while the quarter is not closed.</returns>
    private async Task<Release?> ReleaseAsync(TenantId tenant, Quarter quarter, Dictionary<Traits, int> rows, CancellationToken ct)
    {
        if (!quarter.IsClosedAt(Instant.FromDateTimeOffset(time.GetUtcNow()))) return null;
        var settled = await quarters.CombinationsAsync(tenant, quarter, ct);
        if (settled is null)
        {
            settled = Generalisation.Of(rows);
            // Another export may have settled it a moment ago; its combinations hold.
            if (await quarters.AddCombinationsAsync(tenant, quarter, settled, ct) == SaveOutcome.Conflict) settled = await quarters.CombinationsAsync(tenant, quarter, ct) ?? settled;
        }
        return new Release(settled, rows);
    }

    private static int RangeOf(CaseStudyId id, int ranges) =>
        int.Parse(id.Value.AsSpan(0, RangeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) * ranges >> (4 * RangeDigits);
}
