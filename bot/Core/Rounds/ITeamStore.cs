using NodaTime;
using RetroBot.Core.People;

namespace RetroBot.Core.Rounds;

/// <summary>Keeps the teams in which RetroBot is installed, and when each next needs attention.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface ITeamStore
{
    /// <returns>Null where RetroBot is not installed.</returns>
    Task<Versioned<Team>?> FindAsync(TeamId id, CancellationToken ct);

    /// <summary>The team as it was some seconds ago at the most.</summary>
    /// <returns>Null where RetroBot is not installed.</returns>
    Task<Team?> FindRecentAsync(TeamId id, CancellationToken ct);

    /// <summary>Adds a team, and removes the note that it was left. <see cref="SaveOutcome.Conflict"/> when it is there already.</summary>
    Task<SaveOutcome> AddAsync(Team team, CancellationToken ct);

    /// <summary>Replaces the team, its due time with it, if nobody has saved since <paramref name="version"/> was read.</summary>
    Task<SaveOutcome> SaveAsync(Team team, string version, CancellationToken ct);

    /// <summary>The teams of one tenant, without reading any other's.</summary>
    IAsyncEnumerable<Versioned<Team>> OfTenantAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Every team: for what is done once a day.</summary>
    IAsyncEnumerable<TeamId> AllAsync(CancellationToken ct);

    /// <summary>The teams, also such as were left, whose due time has come, without reading any other.</summary>
    IAsyncEnumerable<TeamId> DueAsync(Instant now, CancellationToken ct);
}
