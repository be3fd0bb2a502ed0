using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>Keeps case studies. None is kept before its author has published it, and nothing of one that was withdrawn.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface ICaseStudyStore
{
    /// <summary>Adds a case study. <see cref="SaveOutcome.Conflict"/> when one with its id is there already.</summary>
    Task<SaveOutcome> AddAsync(CaseStudy study, CancellationToken ct);

    Task<Versioned<CaseStudy>?> FindAsync(CaseStudyId id, CancellationToken ct);

    /// <summary>All of a team's, waiting and published, in an order that means nothing.</summary>
    IAsyncEnumerable<Versioned<CaseStudy>> OfAsync(TeamId team, CancellationToken ct);

    /// <summary>What all teams of a tenant have published, in an order that means nothing.</summary>
    IAsyncEnumerable<CaseStudy> PublishedAsync(TenantId tenant, CancellationToken ct);

    /// <summary>
    /// Replaces case studies of one team, in the order given, in as few steps as storage allows. <see cref="SaveOutcome.Conflict"/> when one of them was saved or
    /// removed meanwhile: then some may be saved and others not; read again and go on.
    /// </summary>
    Task<SaveOutcome> SaveAsync(IReadOnlyList<Versioned<CaseStudy>> studies, CancellationToken ct);

    /// <summary>Removes a case study for ever, if nobody has saved it since it was read; in the same step the post of its round, if it was published, becomes stale.</summary>
    Task<SaveOutcome> RemoveAsync(Versioned<CaseStudy> study, CancellationToken ct);

    /// <summary>Removes all of a team's, waiting and published, for ever. Does nothing the second time.</summary>
    Task RemoveAsync(TeamId team, CancellationToken ct);

    /// <summary>The rounds whose posts may show a case study that is gone.</summary>
    IAsyncEnumerable<Versioned<RoundName>> StalePostsAsync(TeamId team, CancellationToken ct);

    /// <summary>The round's post is as it should be, unless it became stale again since <paramref name="version"/> was read.</summary>
    Task PostRenewedAsync(RoundId round, string version, CancellationToken ct);
}
