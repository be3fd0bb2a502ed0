using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Passes everything on to the service's own store; a mistake changes what it needs to.</summary>
internal abstract class QuarterStoreAround(IQuarterStore store) : IQuarterStore
{
    protected IQuarterStore Store => store;

    public virtual Task<IReadOnlySet<Combination>?> CombinationsAsync(TenantId tenant, Quarter quarter, CancellationToken ct) => store.CombinationsAsync(tenant, quarter, ct);

    public virtual Task<SaveOutcome> AddCombinationsAsync(TenantId tenant, Quarter quarter, IReadOnlySet<Combination> combinations, CancellationToken ct) => store.AddCombinationsAsync(tenant, quarter, combinations, ct);

    public virtual Task<OrganisationFigures?> FiguresAsync(TenantId tenant, Quarter quarter, CancellationToken ct) => store.FiguresAsync(tenant, quarter, ct);

    public virtual IAsyncEnumerable<OrganisationFigures> FiguresAsync(TenantId tenant, CancellationToken ct) => store.FiguresAsync(tenant, ct);

    public virtual Task<SaveOutcome> AddFiguresAsync(TenantId tenant, Quarter quarter, OrganisationFigures figures, CancellationToken ct) => store.AddFiguresAsync(tenant, quarter, figures, ct);
}
