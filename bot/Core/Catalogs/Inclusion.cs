using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>
/// Which teams one figure of the organisation counts. Whoever reads it may subtract the teams whose digests they read. So a team of which a digest shows anything is counted
/// only if each of its own parts rests on as many people as its threshold says; and the teams of which nothing is shown are counted together or not at all, by the
/// same rule for all of them. Then whatever is left after a subtraction is made of large parts only, or is nothing.
/// </summary>
/// <param name="Parting">The finest that leaves nobody out whom a coarser one would count.</param>
/// <param name="Teams">At least two: a figure of one team alone would be a second digest of that team.</param>
public sealed record Inclusion(Parting Parting, IReadOnlyList<TeamQuarter> Teams)
{
    private const int FewestTeams = 2;

    /// <param name="partings">The finest first; each merges parts of the one before.</param>
    /// <param name="needed">What the question asks for, of a team's threshold.</param>
    /// <returns>Null where nothing may be shown.</returns>
    public static Inclusion? Of(IReadOnlyCollection<TeamQuarter> teams, IReadOnlyList<Parting> partings, Func<Threshold, Threshold> needed)
    {
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(partings);
        ArgumentNullException.ThrowIfNull(needed);

        var inclusions = partings.Select(parting => new Inclusion(parting, Counted(parting))).ToList();
        // Parts that are merged only grow: no parting counts more teams than the coarsest.
        var most = inclusions[^1].Teams.Count;
        return most < FewestTeams ? null : inclusions.First(inclusion => inclusion.Teams.Count == most);

        List<TeamQuarter> Counted(Parting parting)
        {
            var hidden = teams.Where(team => !team.IsVisible).ToList();
            return [.. teams.Where(team => team.IsVisible && AreLarge([team], parting)), .. AreLarge(hidden, parting) ? hidden : []];
        }

        bool AreLarge(List<TeamQuarter> together, Parting parting)
        {
            if (together.Count == 0) return false;
            var threshold = needed(new Threshold(together.Max(team => team.Threshold.Answers)));
            return together.Select(team => team.PeopleBy(parting)).Aggregate((one, other) => [.. one.Zip(other, (first, second) => first + second)]).All(threshold.Allows);
        }
    }
}
