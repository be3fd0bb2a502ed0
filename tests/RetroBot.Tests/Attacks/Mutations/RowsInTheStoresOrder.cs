using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Host.Catalogs;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>An export writes rows as storage gives them, team by team: to sort them takes memory.</summary>
public sealed class RowsInTheStoresOrder : Mutation
{
    private readonly ConcurrentDictionary<string, int> places = new(StringComparer.Ordinal);

    public override IReadOnlyList<Type> Helps => [typeof(A11OneContributorAcrossCases)];

    public override void Change(IServiceCollection services)
    {
        Wrap<ICaseStudyStore>(services, (store, _) => new Noting(store, places));
        Wrap<ICatalogWriter>(services, (writer, _) => new InOrder(writer, places));
    }

    private sealed class Noting(ICaseStudyStore store, ConcurrentDictionary<string, int> places) : CaseStudyStoreAround(store)
    {
        public override IAsyncEnumerable<CaseStudy> PublishedAsync(TenantId tenant, CancellationToken ct) => base.PublishedAsync(tenant, ct).Select((study, place) =>
        {
            places[study.Id.Value] = place;
            return study;
        });
    }

    private sealed class InOrder(ICatalogWriter writer, ConcurrentDictionary<string, int> places) : ICatalogWriter
    {
        public string Extension => writer.Extension;

        public string ContentType => writer.ContentType;

        public Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct) => writer.WriteAsync(rows.OrderBy(row => places[row.Id]), to, ct);
    }
}
