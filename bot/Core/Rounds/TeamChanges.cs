namespace RetroBot.Core.Rounds;

/// <summary>Changes a team, whatever others change of it meanwhile.</summary>
public static class TeamChanges
{
    /// <inheritdoc cref="ChangeAsync(ITeamStore, Versioned{Team}, Func{Team, Team}, CancellationToken)"/>
    public static async Task<Team?> ChangeAsync(this ITeamStore teams, TeamId id, Func<Team, Team> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(teams);
        return await teams.FindAsync(id, ct) is { } team ? await teams.ChangeAsync(team, change, ct) : null;
    }

    /// <param name="change">Made to the team as it was read last, again whenever somebody else was first. Where it leaves the team as it is, nothing is saved.</param>
    /// <returns>The team as it is now; null where RetroBot has left it.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public static async Task<Team?> ChangeAsync(this ITeamStore teams, Versioned<Team> team, Func<Team, Team> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var changed = change(team.Value);
            if (changed == team.Value || await teams.SaveAsync(changed, team.Version, ct) == SaveOutcome.Saved) return changed;
            if (await teams.FindAsync(team.Value.Id, ct) is not { } fresh) return null;
            team = fresh;
        }
    }
}
