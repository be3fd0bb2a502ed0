using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The store of case studies, to be done otherwise here and there.</summary>
internal abstract class CaseStudyStoreAround(ICaseStudyStore store) : ICaseStudyStore
{
    public virtual Task<SaveOutcome> AddAsync(CaseStudy study, CancellationToken ct) => store.AddAsync(study, ct);

    public virtual Task<Versioned<CaseStudy>?> FindAsync(CaseStudyId id, CancellationToken ct) => store.FindAsync(id, ct);

    public virtual IAsyncEnumerable<Versioned<CaseStudy>> OfAsync(TeamId team, CancellationToken ct) => store.OfAsync(team, ct);

    public virtual IAsyncEnumerable<CaseStudy> PublishedAsync(TenantId tenant, CancellationToken ct) => store.PublishedAsync(tenant, ct);

    public virtual Task<SaveOutcome> SaveAsync(IReadOnlyList<Versioned<CaseStudy>> studies, CancellationToken ct) => store.SaveAsync(studies, ct);

    public virtual Task<SaveOutcome> RemoveAsync(Versioned<CaseStudy> study, CancellationToken ct) => store.RemoveAsync(study, ct);

    public virtual Task RemoveAsync(TeamId team, CancellationToken ct) => store.RemoveAsync(team, ct);

    public virtual IAsyncEnumerable<Versioned<RoundName>> StalePostsAsync(TeamId team, CancellationToken ct) => store.StalePostsAsync(team, ct);

    public virtual Task PostRenewedAsync(RoundId round, string version, CancellationToken ct) => store.PostRenewedAsync(round, version, ct);
}
