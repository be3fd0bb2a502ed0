using System.Globalization;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>The size of a group, as coarsely as anyone may read it: 5–9, 10–19, 20–49 or 50 and more at the lowest threshold.</summary>
/// <param name="To">Inclusive; null for "and more".</param>
public sealed record GroupBand(int From, int? To)
{
    private static readonly int[] Tops = [9, 19, 49];

    /// <summary>
    /// The band that <paramref name="answers"/> falls into. A number is shown from the threshold upwards only, so that the lowest band starts there, and it ends
    /// where it is at least as wide as the threshold: 9 answers at a threshold of 9 read "9–19", where "9–9" would be the exact number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer answers than the threshold allows to count.</exception>
    public static GroupBand Of(int answers, Threshold threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, threshold.Answers);
        var from = threshold.Answers;
        foreach (var top in Tops.Where(top => top >= (2 * threshold.Answers) - 1))
        {
            if (answers <= top) return new GroupBand(from, top);
            from = top + 1;
        }

        return new GroupBand(from, null);
    }

    /// <summary>As files and programs read it: <c>10-19</c>, or <c>50+</c>.</summary>
    public string InShort() => To is { } to ? string.Create(CultureInfo.InvariantCulture, $"{From}-{to}") : string.Create(CultureInfo.InvariantCulture, $"{From}+");
}
