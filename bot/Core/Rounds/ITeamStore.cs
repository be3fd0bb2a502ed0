using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>Keeps the teams in which RetroBot is installed, and when each next needs attention.</summary>
public interface ITeamStore
{
    Task<Versioned<Team>?> FindAsync(TeamId id, CancellationToken ct);

    /// <summary>Adds a team. <see cref="SaveOutcome.Conflict"/> when it is there already.</summary>
    Task<SaveOutcome> AddAsync(Team team, CancellationToken ct);

    /// <summary>Replaces the team, its due time with it, if nobody has saved since <paramref name="version"/> was read.</summary>
    Task<SaveOutcome> SaveAsync(Team team, string version, CancellationToken ct);

    /// <summary>Forgets a team and its due time, if nobody has saved since <paramref name="version"/> was read.</summary>
    Task<SaveOutcome> RemoveAsync(TeamId id, string version, CancellationToken ct);

    /// <summary>The teams whose due time has come, without reading any other.</summary>
    IAsyncEnumerable<TeamId> DueAsync(Instant now, CancellationToken ct);
}
