namespace RetroBot.Host.Search;

/// <summary>The words that a catalog's texts hold: a word that is mistyped is found by those that are nearly like it.</summary>
/// <param name="stems">By the word as it is written, folded.</param>
internal sealed class Vocabulary(IReadOnlyDictionary<string, string> stems)
{
    /// <summary>Words that stand for one that is mistyped.</summary>
    private const int MostNear = 8;

    private const int ShortestToMistype = 4;
    private const int ShortestToMistypeTwice = 8;

    private readonly HashSet<string> known = new(stems.Values, StringComparer.Ordinal);
    private readonly ILookup<int, string> byLength = stems.Keys.ToLookup(word => word.Length);

    /// <summary>The stems by which a word of a question is found: its own where the catalog holds it; else those of the words nearest to it, and of those that it begins.</summary>
    /// <returns>Empty where there is nothing like it.</returns>
    public IReadOnlyList<string> StemsFor(SearchWord asked)
    {
        if (known.Contains(asked.Stem)) return [asked.Stem];
        if (asked.Written.Length < ShortestToMistype) return [];
        var mistakes = asked.Written.Length < ShortestToMistypeTwice ? 1 : 2;
        var near = Enumerable.Range(asked.Written.Length - mistakes, (2 * mistakes) + 1)
            .SelectMany(length => byLength[length])
            .Select(word => (Word: word, Mistakes: EditDistance.Between(asked.Written, word, mistakes)))
            .Where(found => found.Mistakes <= mistakes)
            .OrderBy(found => found.Mistakes).ThenBy(found => found.Word, StringComparer.Ordinal)
            .Select(found => found.Word);
        var begun = stems.Keys.Where(word => word.StartsWith(asked.Written, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. near.Concat(begun).Select(word => stems[word]).Distinct(StringComparer.Ordinal).Take(MostNear)];
    }
}
