using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;

namespace RetroBot.Host.Search;

/// <summary>Finds case studies, for pages, the API and the bot alike: where they lie is told by the index, what they say by storage, so that nothing is shown of one that was withdrawn.</summary>
internal sealed class CatalogSearch(CatalogIndexes indexes, ICaseStudyStore studies)
{
    /// <param name="page">From 1 on.</param>
    /// <returns>Null while the first index is being made.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public async Task<CatalogPage?> FindAsync(TenantId tenant, CatalogQuery query, int page, int pageLength, CancellationToken ct)
    {
        if (indexes.Of(tenant)?.Find(query, page, pageLength) is not { } hits) return null;
        var rows = await Task.WhenAll(hits.Rows.Select(hit => ReadAsync(hit, ct)));
        return new CatalogPage(hits, [.. rows.OfType<CatalogRow>()]);
    }

    /// <summary>How often two facets' values are shown together.</summary>
    /// <returns>Null while the first index is being made.</returns>
    public CrossTable? Cross(TenantId tenant, CatalogFacet lines, CatalogFacet columns) => indexes.Of(tenant)?.Cross(lines, columns);

    /// <returns>Null where there is none of that id in the tenant, or none any more.</returns>
    public async Task<CatalogRow?> FindAsync(TenantId tenant, string id, CancellationToken ct) =>
        indexes.Of(tenant)?.Find(id) is { } hit ? await ReadAsync(hit, ct) : null;

    private async Task<CatalogRow?> ReadAsync(CatalogHit hit, CancellationToken ct) =>
        await studies.FindAsync(hit.Id, ct) is { Value: { IsPublished: true } study } ? new CatalogRow(study, hit.Shown) : null;
}
