using NodaTime;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;

namespace RetroBot.Host.Catalogs;

/// <summary>Says what the rows of each quarter may show. Whoever asks first after a quarter is closed settles it for good.</summary>
internal sealed class QuarterReleases(IQuarterStore quarters, TimeProvider time)
{
    /// <returns>By quarter; null while it is not closed.</returns>
    public async Task<IReadOnlyDictionary<Quarter, Release?>> OfAsync(TenantId tenant, TraitCounts counts, CancellationToken ct)
    {
        var releases = new Dictionary<Quarter, Release?>();
        foreach (var (quarter, rows) in counts.All) releases[quarter] = await OfAsync(tenant, quarter, rows, ct);
        return releases;
    }

    private async Task<Release?> OfAsync(TenantId tenant, Quarter quarter, IReadOnlyDictionary<Traits, int> rows, CancellationToken ct)
    {
        if (!quarter.IsClosedAt(Instant.FromDateTimeOffset(time.GetUtcNow()))) return null;
        var settled = await quarters.CombinationsAsync(tenant, quarter, ct);
        if (settled is null)
        {
            settled = Generalisation.Of(rows);
            // Somebody else may have settled it a moment ago; those combinations hold.
            if (await quarters.AddCombinationsAsync(tenant, quarter, settled, ct) == SaveOutcome.Conflict) settled = await quarters.CombinationsAsync(tenant, quarter, ct) ?? settled;
        }
        return new Release(settled, rows);
    }
}
