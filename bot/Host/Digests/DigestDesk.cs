using RetroBot.Core.Rounds;

namespace RetroBot.Host.Digests;

/// <summary>Finds the digest that a pressed card belongs to.</summary>
internal sealed class DigestDesk(ITeamStore teams, IRoundStore rounds)
{
    /// <returns>Null where there is none.</returns>
    public async Task<PostedDigest?> FindAsync(TeamId id, string round, CancellationToken ct) =>
        RoundName.TryParse(round, out var name) && await teams.FindAsync(id, ct) is { Value: var team } && await rounds.FindAsync(new RoundId(id, name), ct) is { Value: { Digest: not null } found }
            ? new PostedDigest(team, found)
            : null;
}
