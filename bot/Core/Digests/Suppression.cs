using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>
/// What may be read of a question. Answers are parted in a fixed way, and shares are shown only if every part, without exception, rests on at least the threshold:
/// then no part, no remainder and no empty option is smaller than that. If one part is too small, a coarser way is tried in which it is merged with others; if no way
/// is left, the question is withheld, which is also what becomes of answers that are all, or nearly all, alike. Hence no share is shown of fewer than twice the
/// threshold. Shares are rounded to tenths that add up to 100 %, by the largest remainder; of equal remainders the smaller part's counts first, then the part listed first.
/// </summary>
/// <remarks>
/// One digest cannot hide what a reader knows beforehand. Whoever knows every other answer finds the last one when it is what takes a part across the threshold or
/// a rounding edge: no function of the answers that ever shows anything can prevent it. What holds between two digests that differ in one answer: in each of them every
/// part shown holds at least the threshold of people, and from one to the other a share of the same split moves by one step of 10 % at the most.
/// </remarks>
public static class Suppression
{
    private const int Steps = 10;

    /// <summary>Percentages of <paramref name="parts"/> in the same order, multiples of 10 that add up to 100; null when they must be withheld.</summary>
    public static IReadOnlyList<int>? Shares(IReadOnlyList<int> parts, Threshold threshold)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count < 2 || !parts.All(threshold.Allows)) return null;

        var total = parts.Sum();
        var steps = parts.Select(part => part * Steps / total).ToArray();
        var roundedUp = Enumerable.Range(0, parts.Count)
            .OrderByDescending(index => parts[index] * Steps % total)
            .ThenBy(index => parts[index])
            .Take(Steps - steps.Sum());
        foreach (var index in roundedUp) steps[index]++;

        return [.. steps.Select(step => step * (100 / Steps))];
    }
}
