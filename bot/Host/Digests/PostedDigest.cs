using RetroBot.Core.Rounds;

namespace RetroBot.Host.Digests;

/// <summary>A round whose digest a team reads.</summary>
internal sealed record PostedDigest(Team Team, Round Round)
{
    public bool Shows(string story) => Round.Stories.Shown.Contains(story, StringComparer.Ordinal);
}
