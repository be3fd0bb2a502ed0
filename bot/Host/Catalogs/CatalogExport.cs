using System.Runtime.CompilerServices;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;
using RetroBot.Host.Storage;

namespace RetroBot.Host.Catalogs;

/// <summary>
/// The rows of an export: everything published in a tenant, by its random id, so that neither teams nor times can be read from the order. Storage keeps case studies by team; they are read once and put
/// into order outside of memory, which therefore does not grow with the catalog.
/// </summary>
internal sealed class CatalogExport(ICaseStudyStore studies, QuarterReleases releases)
{
    /// <summary>So many wait to be written.</summary>
    private const int RowsAhead = 1_000;

    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public async Task<bool> IsEmptyAsync(TenantId tenant, CancellationToken ct) => !await studies.PublishedAsync(tenant, ct).AnyAsync(ct);

    /// <param name="period">Of which quarter; null for all.</param>
    /// <exception cref="StorageUnavailableException">Storage is out of reach; no row has been given before.</exception>
    public async IAsyncEnumerable<CatalogRow> RowsAsync(TenantId tenant, Quarter? period, [EnumeratorCancellation] CancellationToken ct)
    {
        using var sorted = new SortedStudies();
        var counts = new TraitCounts();
        await foreach (var study in studies.PublishedAsync(tenant, ct))
        {
            if (period is { } one && study.Quarter != one) continue;
            counts.Add(study.Quarter, Traits.Of(study.Story));
            sorted.Add(SortedStudy.Of(study));
        }
        var shown = await releases.OfAsync(tenant, counts, ct);
        await foreach (var row in sorted.All().Select(RowOf).ToAsyncEnumerable().AheadAsync(RowsAhead, ct)) yield return row;

        CatalogRow RowOf(SortedStudy study) => new(study.Id, study.Story, study.Quarter(), study.Support(), shown[study.Quarter()]?.ShownOf(Traits.Of(study.Story)));
    }
}
