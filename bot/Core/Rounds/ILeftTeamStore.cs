namespace RetroBot.Core.Rounds;

/// <summary>Keeps the notes that RetroBot was removed from a team, until everything of that team is deleted. A team has its row or such a note; where it is added while its removal is being noted it may have both for a moment, or until it is removed again: then the row counts.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface ILeftTeamStore
{
    Task<Versioned<LeftTeam>?> FindAsync(TeamId id, CancellationToken ct);

    /// <summary>Forgets the team and leaves the note, in one step, if nobody has saved the team since <paramref name="version"/> was read.</summary>
    Task<SaveOutcome> AddAsync(LeftTeam left, string version, CancellationToken ct);

    /// <summary>Replaces the note, if nobody has changed it since it was read.</summary>
    Task<SaveOutcome> SaveAsync(LeftTeam left, Versioned<LeftTeam> read, CancellationToken ct);

    /// <summary>Removes the note, if nobody has changed it since it was read.</summary>
    Task<SaveOutcome> RemoveAsync(Versioned<LeftTeam> read, CancellationToken ct);
}
