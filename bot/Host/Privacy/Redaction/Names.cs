using System.Buffers;
using System.Collections.Frozen;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// The names of those on the roster. Words that stand in one person's name and beside each other in the text are one name and always go, in either order, with initials and particles. A single part
/// goes too, unless it is also an ordinary word: then <see cref="NameContext"/> decides.
/// </summary>
internal sealed class Names(IReadOnlyList<string> displayNames) : IDetector
{
    private static readonly FrozenSet<string> Ordinary = WordList.Read("ordinary");

    private static readonly SearchValues<char> Joints = SearchValues.Create(" .,'-_・·=\n");

    private readonly RosterNames roster = new(displayNames);

    public IEnumerable<Finding> FindIn(Passage passage)
    {
        var text = passage.Folded;
        var words = NameText.Words(text, roster);
        for (var first = 0; first < words.Count;)
        {
            var last = first;
            while (last + 1 < words.Count && Belong(text, words[last], words[last + 1]) && !words[first..(last + 1)].Exists(word => word.Key == words[last + 1].Key)) last++;
            if (IsName(text, words, first, last)) yield return new Finding(words[first].Start, words[last].End, RedactionReason.Name);
            first = last + 1;
        }
    }

    private bool IsName(string text, List<NameWord> words, int first, int last)
    {
        var parts = Enumerable.Range(first, last - first + 1).Where(place => roster.IsPart(words[place].Key)).ToList();
        return parts switch
        {
            [] => false,
            [var only] => !IsOrdinary(words[only].Key) || NameContext.IsName(text, words[only]),
            _ => true,
        };
    }

    private static bool IsOrdinary(string key) => Ordinary.Contains(key) || (key.Length <= 2 && char.IsAsciiLetter(key[0])) || (key.Length == 1 && Letters.IsUnspaced(key[0]));

    private static bool IsSmallLetter(string text, NameWord word) => word.End - word.Start == 1 && char.IsLower(text[word.Start]);

    /// <summary>Whether two words are neighbours in the text and parts of one name.</summary>
    private bool Belong(string text, NameWord one, NameWord other)
    {
        if (other.Start < one.End || other.Start - one.End > 3 || !roster.AreTogether(one.Key, other.Key)) return false;
        if (IsSmallLetter(text, one) || IsSmallLetter(text, other)) return false;
        return text.AsSpan(one.End, other.Start - one.End).IndexOfAnyExcept(Joints) < 0;
    }
}
