using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;

namespace RetroBot.Core.Catalogs;

/// <summary>Keeps what is fixed when a quarter is closed. Nothing in it is ever changed.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IQuarterStore
{
    /// <summary>The combinations that the quarter's rows may show.</summary>
    /// <returns>Null before they were fixed.</returns>
    Task<IReadOnlySet<Combination>?> CombinationsAsync(TenantId tenant, Quarter quarter, CancellationToken ct);

    /// <summary>Fixes them. <see cref="SaveOutcome.Conflict"/> when they are fixed already.</summary>
    Task<SaveOutcome> AddCombinationsAsync(TenantId tenant, Quarter quarter, IReadOnlySet<Combination> combinations, CancellationToken ct);

    /// <summary>What the organisation reads of the quarter.</summary>
    /// <returns>Null before it was fixed.</returns>
    Task<OrganisationFigures?> FiguresAsync(TenantId tenant, Quarter quarter, CancellationToken ct);

    /// <summary>What it reads of all quarters, the oldest first.</summary>
    IAsyncEnumerable<OrganisationFigures> FiguresAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Fixes it. <see cref="SaveOutcome.Conflict"/> when it is fixed already.</summary>
    Task<SaveOutcome> AddFiguresAsync(TenantId tenant, Quarter quarter, OrganisationFigures figures, CancellationToken ct);
}
