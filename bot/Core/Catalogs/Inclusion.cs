using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>
/// Which rounds one figure of the organisation counts. Whoever reads it may subtract every digest that they read. So a round of which its digest shows anything is counted only
/// if each of its parts rests on as many people as its threshold says; and the rounds of which nothing is shown are counted together, those of all teams, or not at all, by the same
/// rule for all of them. Then whatever is left after a subtraction is made of large parts only, or is nothing.
/// </summary>
/// <param name="Parting">The finest that leaves nothing out which a coarser one would count.</param>
/// <param name="Groups">Of at least two teams: a figure of one team alone would be a second digest of that team.</param>
public sealed record Inclusion(Parting Parting, IReadOnlyList<RoundGroup> Groups)
{
    private const int FewestTeams = 2;

    /// <summary>How many teams are counted.</summary>
    public int Teams => Groups.Select(group => group.Team).Distinct().Count();

    /// <param name="partings">The finest first; each merges parts of the one before.</param>
    /// <param name="needed">What the question asks for, of a team's threshold.</param>
    /// <returns>Null where nothing may be shown.</returns>
    public static Inclusion? Of(IReadOnlyCollection<RoundGroup> groups, IReadOnlyList<Parting> partings, Func<Threshold, Threshold> needed)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(partings);
        ArgumentNullException.ThrowIfNull(needed);

        var inclusions = partings.Select(parting => new Inclusion(parting, Counted(parting))).ToList();
        // Parts that are merged only grow: no parting counts more than the coarsest.
        var most = inclusions[^1];
        return most.Teams < FewestTeams ? null : inclusions.First(inclusion => inclusion.Groups.Count == most.Groups.Count);

        List<RoundGroup> Counted(Parting parting)
        {
            var hidden = groups.Where(group => !group.IsVisible).ToList();
            return [.. groups.Where(group => group.IsVisible && AreLarge([group], parting)), .. AreLarge(hidden, parting) ? hidden : []];
        }

        bool AreLarge(List<RoundGroup> together, Parting parting)
        {
            if (together.Count == 0) return false;
            var threshold = needed(new Threshold(together.Max(group => group.Threshold.Answers)));
            return together.Select(group => group.PeopleBy(parting)).Aggregate((one, other) => [.. one.Zip(other, (first, second) => first + second)]).All(threshold.Allows);
        }
    }
}
