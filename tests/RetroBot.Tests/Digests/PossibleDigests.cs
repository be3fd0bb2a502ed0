using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using Known = System.Collections.Generic.Dictionary<string, System.Collections.Generic.Dictionary<int, RetroBot.Tests.Digests.KnownCounts>>;

namespace RetroBot.Tests.Digests;

/// <summary>
/// Every digest that a number of answers can give, each with what all answers that give it have in common. The sections hang together by two numbers only: how many did not
/// use AI, and how many it did not help.
/// </summary>
internal sealed class PossibleDigests(int people)
{
    private static readonly int[][] OutcomeParts = [.. SectionTexts.PartsOf([.. Splits.Outcomes, Splits.HelpedOrNot]), [0, 1, 2]];

    /// <summary>By whether those who did not use AI are counted apart.</summary>
    private readonly Dictionary<bool, Lazy<Known>> times = Either(apart =>
        ByNumberOfLast(SectionTexts.Of(apart ? Splits.Times : [Splits.GainedOrNot], people), SectionTexts.PartsOf([.. Splits.Times, Splits.GainedOrNot])));

    private readonly Dictionary<bool, Lazy<Known>> confidences = Either(apart =>
        ByNumberOfLast(SectionTexts.Of(apart ? Splits.Confidences : [Splits.CheckedOrNot], people), SectionTexts.PartsOf([.. Splits.Confidences, Splits.CheckedOrNot])));

    /// <summary>By whether outcomes are shown.</summary>
    private readonly Dictionary<bool, Lazy<Known>> tools = Either(shown =>
        ByNumberOfLast(SectionTexts.OfTools(people, shown), [.. Enumerable.Range(0, SampleRounds.Tools.Length + 2).Select(place => new[] { place })]));

    public IEnumerable<(string Text, int? SmallestGivenAway)> All() =>
        from outcome in Outcomes()
        from digest in With(outcome.Key, outcome.Value)
        select digest;

    private IEnumerable<(string Text, int? SmallestGivenAway)> With(string outcomes, Dictionary<(int NotUsed, int NotHelped), KnownCounts> ways)
    {
        var shown = !string.Equals(outcomes, SectionTexts.Withheld, StringComparison.Ordinal);
        var apart = shown && !outcomes.Contains("outcome.notHelped", StringComparison.Ordinal);
        return
            from time in times[apart].Value
            from confidence in confidences[apart].Value
            from tool in tools[shown].Value
            from change in NotUsedByChanges(apart)
            let fitting = ways.Where(way => change.Contains(way.Key.NotUsed) && time.Value.ContainsKey(way.Key.NotUsed) && confidence.Value.ContainsKey(way.Key.NotUsed) && tool.Value.ContainsKey(way.Key.NotHelped)).ToList()
            where fitting.Count > 0
            select ($"{people} people: {outcomes}; {time.Key}; {confidence.Key}; {tool.Key}; changes with {string.Join('/', change)} who did not use AI", new[]
            {
                KnownCounts.OfAny([.. fitting.Select(way => way.Value)]),
                KnownCounts.OfAny([.. fitting.Select(way => time.Value[way.Key.NotUsed])]),
                KnownCounts.OfAny([.. fitting.Select(way => confidence.Value[way.Key.NotUsed])]),
                KnownCounts.OfAny([.. fitting.Select(way => tool.Value[way.Key.NotHelped])]),
            }.Min(counts => counts.SmallestGivenAway));
    }

    private Dictionary<string, Dictionary<(int NotUsed, int NotHelped), KnownCounts>> Outcomes()
    {
        var outcomes = new Dictionary<string, Dictionary<(int, int), KnownCounts>>(StringComparer.Ordinal);
        foreach (var (counts, section) in SectionTexts.Of([.. Splits.Outcomes, Splits.HelpedOrNot], people))
            Keep(outcomes, section, (counts[3] + counts[4] + counts[5], people - counts[0]), counts, OutcomeParts);
        return outcomes;
    }

    private static Dictionary<bool, Lazy<Known>> Either(Func<bool, Known> known) => new() { [false] = new(() => known(false)), [true] = new(() => known(true)) };

    private static Known ByNumberOfLast(IEnumerable<(int[] Counts, string Section)> ways, int[][] parts)
    {
        var known = new Known(StringComparer.Ordinal);
        foreach (var (counts, section) in ways) Keep(known, section, counts[^1], counts, parts);
        return known;
    }

    private static void Keep<TKey>(Dictionary<string, Dictionary<TKey, KnownCounts>> into, string section, TKey key, int[] counts, int[][] parts)
        where TKey : notnull
    {
        if (!into.TryGetValue(section, out var ofSection)) into.Add(section, ofSection = []);
        if (!ofSection.TryGetValue(key, out var known)) ofSection.Add(key, known = new KnownCounts(parts));
        known.Add(counts);
    }

    /// <summary>For every choice of shares of changes that a digest can show: how many may not have used AI.</summary>
    private List<SortedSet<int>> NotUsedByChanges(bool apart)
    {
        List<SortedSet<int>> sets = [[.. Enumerable.Range(0, people + 1)]];
        for (var percent = 0; percent <= 100; percent += 10)
        {
            var fitting = Enumerable.Range(0, people + 1).Where(notUsed => Enumerable.Range(0, people - notUsed + 1).Any(given => Share(given, notUsed) == percent)).ToList();
            sets.AddRange(sets.Select(set => new SortedSet<int>(set.Intersect(fitting))).Where(set => !sets.Any(set.SetEquals)).ToList());
        }

        return sets;

        int? Share(int given, int notUsed) =>
            Suppression.Shares(apart ? [given, people - notUsed - given, notUsed] : [given, people - given], SampleRounds.Five)?[0];
    }
}
