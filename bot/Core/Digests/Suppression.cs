using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>
/// What may be read of a question. All answers of the round are parted in a fixed way, and shares are shown only if every part rests on at least the threshold: then
/// no part, no remainder and no empty option is smaller than that. If one is, a coarser way is tried; if none is left, the question is withheld, which is also what becomes
/// of answers that are all, or nearly all, alike. How many did not use AI is to be read from every section or from none (<see cref="DigestBuilder"/>), since one that counts
/// them apart, subtracted from one that counts them with others, would lay bare those others. Shares are rounded to tenths that add up to 100 %, by the largest remainder;
/// of equal remainders the smaller part's counts first, then the part listed first.
/// </summary>
/// <remarks>
/// One digest cannot hide what a reader knows beforehand. Whoever knows every other answer finds the last one when it is what takes a part across the threshold or
/// a rounding edge: no function of the answers that ever shows anything can prevent it. What two digests of a team give away together is the matter of <see cref="Shown"/>.
/// </remarks>
public static class Suppression
{
    private const int Steps = 10;

    /// <summary>The shares by the finest split that may be shown; null when they must be withheld.</summary>
    /// <param name="splits">The finest first.</param>
    /// <param name="count">How many gave an option; for null, how many gave none.</param>
    public static IReadOnlyList<DigestShare>? Shares<TOption>(IReadOnlyList<Split<TOption>> splits, Func<TOption?, int> count, Threshold threshold)
        where TOption : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(splits);
        foreach (var parts in splits.Select(split => split.Parts))
        {
            if (Shares([.. parts.Select(part => part.Options.Sum(count))], threshold) is { } shares)
                return [.. parts.Zip(shares, (part, percent) => new DigestShare(part.Key, percent))];
        }

        return null;
    }

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
