namespace RetroBot.Tests.Digests;

/// <summary>What somebody who cannot tell several sets of counts apart knows of each part: its least and its largest number.</summary>
/// <param name="parts">The options of each part, as places in the counts.</param>
internal sealed class KnownCounts(IReadOnlyList<int[]> parts)
{
    private readonly IReadOnlyList<int[]> parts = parts;
    private readonly int[] least = [.. parts.Select(_ => int.MaxValue)];
    private readonly int[] most = [.. parts.Select(_ => int.MinValue)];

    /// <summary>The smallest number that is known exactly; null when none is.</summary>
    public int? SmallestGivenAway => least.Zip(most).Where(range => range.First == range.Second).Min(range => (int?)range.First);

    public void Add(ReadOnlySpan<int> counts)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            var number = 0;
            foreach (var option in parts[part]) number += counts[option];
            least[part] = Math.Min(least[part], number);
            most[part] = Math.Max(most[part], number);
        }
    }

    /// <summary>What is known by somebody who does not know which of these holds.</summary>
    public static KnownCounts OfAny(IReadOnlyList<KnownCounts> possible)
    {
        var any = new KnownCounts(possible[0].parts);
        for (var part = 0; part < any.least.Length; part++)
        {
            any.least[part] = possible.Min(one => one.least[part]);
            any.most[part] = possible.Max(one => one.most[part]);
        }

        return any;
    }

    /// <summary>Every way in which <paramref name="people"/> can be spread over some options. The array is the same one each time.</summary>
    public static IEnumerable<int[]> Ways(int people, int options)
    {
        var counts = new int[options];
        return Fill(0, people);

        IEnumerable<int[]> Fill(int option, int left)
        {
            if (option == options - 1)
            {
                counts[option] = left;
                yield return counts;
                yield break;
            }

            for (counts[option] = 0; counts[option] <= left; counts[option]++)
            {
                foreach (var way in Fill(option + 1, left - counts[option])) yield return way;
            }
        }
    }
}
