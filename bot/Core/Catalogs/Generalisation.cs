using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>
/// Which combinations a quarter's rows may show: none that fewer than the threshold of rows share. Rows are taken at full detail; those that enough others are like keep it. All
/// others, and only they, are taken with less detail and compared again, and so on; what is alone to the end shows nothing. Since a row counts once, in the group it is shown with, no
/// group is the remainder of a larger one.
/// </summary>
/// <remarks>Rows are counted, not people: no case study has an author, so that five cases of one person are five rows.</remarks>
public static class Generalisation
{
    /// <summary>The threshold of every export.</summary>
    public static Threshold Threshold { get; } = new(Threshold.Lowest);

    /// <summary>How many rows that is, as coarsely as anyone reads a number; null for fewer than can be told.</summary>
    public static GroupBand? BandOf(int rows) => Threshold.Allows(rows) ? GroupBand.Of(rows, Threshold) : null;

    /// <summary>Combinations. What is beyond, the rarest, is left out, so that a quarter's fit into one row of storage.</summary>
    public const int Most = 1000;

    private static readonly Detail[] Details = [.. Enum.GetValues<Detail>().Except([Detail.Nothing])];

    /// <param name="rows">How many rows of the quarter have exactly these traits.</param>
    public static IReadOnlySet<Combination> Of(IReadOnlyDictionary<Traits, int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        List<(Combination Combination, int Rows)> shown = [];
        IReadOnlyCollection<KeyValuePair<Traits, int>> left = rows;
        foreach (var detail in Details)
        {
            var groups = left.GroupBy(row => Combination.Of(row.Key, detail)).ToList();
            shown.AddRange(groups.Select(group => (group.Key, group.Sum(row => row.Value))).Where(group => Threshold.Allows(group.Item2)));
            left = [.. groups.Where(group => !Threshold.Allows(group.Sum(row => row.Value))).SelectMany(group => group)];
        }

        return shown.OrderByDescending(group => group.Rows).Take(Most).Select(group => group.Combination).ToHashSet();
    }

    /// <summary>The most detailed of the combinations that a row with these traits has.</summary>
    public static Combination ShownOf(Traits traits, IReadOnlySet<Combination> combinations)
    {
        ArgumentNullException.ThrowIfNull(traits);
        ArgumentNullException.ThrowIfNull(combinations);
        return Details.Select(detail => Combination.Of(traits, detail)).FirstOrDefault(combinations.Contains, Combination.Blank);
    }
}
