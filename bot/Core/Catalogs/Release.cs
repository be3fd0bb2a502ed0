namespace RetroBot.Core.Catalogs;

/// <summary>
/// What the rows of a closed quarter show, in every export alike: the combinations that were fixed when it was closed. Where a case study was withdrawn since and too few of its kind are
/// left, those show nothing rather than something else, so that no two exports differ in a value.
/// </summary>
public sealed class Release
{
    private readonly IReadOnlySet<Combination> settled;
    private readonly HashSet<Combination> stillShared;

    /// <param name="settled">From <see cref="Generalisation.Of"/>, when the quarter was closed.</param>
    /// <param name="rows">How many rows of the quarter have exactly these traits today.</param>
    public Release(IReadOnlySet<Combination> settled, IReadOnlyDictionary<Traits, int> rows)
    {
        this.settled = settled;
        stillShared = rows.GroupBy(row => Generalisation.ShownOf(row.Key, settled)).Where(group => Generalisation.Threshold.Allows(group.Sum(row => row.Value))).Select(group => group.Key).ToHashSet();
    }

    public Combination ShownOf(Traits traits) => Generalisation.ShownOf(traits, settled) is var shown && stillShared.Contains(shown) ? shown : Combination.Blank;
}
