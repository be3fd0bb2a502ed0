using RetroBot.Core.CheckIns;

namespace RetroBot.Core.Digests;

/// <summary>
/// How many answers differ between two rounds, at the least. Someone who joined, left or answered otherwise moves, in each question, from one option to another, having
/// none among them; so the question in which most moved tells how many people there must be. It may be fewer than there are: those who swap their answers are not seen.
/// </summary>
public static class TallyDistance
{
    /// <param name="toolsCount">
    /// Whether the tools named count as answers. Where the rounds offered different ones they must not: who renames a tool would make everybody's answer another.
    /// </param>
    /// <remarks>Obligation does not count, since most rounds do not ask about it.</remarks>
    public static int Between(Tally one, Tally other, bool toolsCount)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new[]
        {
            Moved(tally => tally.Outcomes),
            Moved(tally => tally.Times),
            Enum.GetValues<Change>().Max(change => Moved(tally => new Dictionary<Change, int> { [change] = tally.Changes[change] })),
            Moved(tally => tally.Confidences),
            toolsCount ? Moved(tally => tally.Tools) : 0,
        }.Max();

        int Moved<TOption>(Func<Tally, IReadOnlyDictionary<TOption, int>> counts)
            where TOption : notnull =>
            TallyDistance.Moved(one, other, counts);
    }

    /// <summary>The same for the question how obliged people feel, alone.</summary>
    public static int OfObligation(Tally one, Tally other) => Moved(one, other, tally => tally.Obligations);

    private static int Moved<TOption>(Tally one, Tally other, Func<Tally, IReadOnlyDictionary<TOption, int>> counts)
        where TOption : notnull
    {
        var (before, after) = (counts(one), counts(other));
        List<int> steps =
        [
            .. before.Keys.Union(after.Keys).Select(option => after.GetValueOrDefault(option) - before.GetValueOrDefault(option)),
            other.Answered - after.Values.Sum() - (one.Answered - before.Values.Sum()),
        ];
        return Math.Max(steps.Where(step => step > 0).Sum(), -steps.Where(step => step < 0).Sum());
    }
}
