namespace RetroBot.Core.Rounds;

/// <summary>The round that a team opened last.</summary>
public static class LatestRound
{
    /// <returns>Null where the team has opened none yet, or its row is not there: a process may die between naming a round and opening it.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public static async Task<Versioned<Round>?> LatestAsync(this IRoundStore rounds, Team team, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(team);
        return team.Latest is { } opening ? await rounds.FindAsync(new RoundId(team.Id, opening.Name), ct) : null;
    }
}
