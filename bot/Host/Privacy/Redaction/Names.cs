using System.Buffers;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// The names of those on the roster. Words that stand in one person's name and beside each other in the text are one name and always go, in either order, with particles and initials. A single part
/// goes too, in any case, unless it is also an ordinary word: then <see cref="NameContext"/> decides.
/// </summary>
internal sealed class Names(IReadOnlyList<string> displayNames) : IDetector
{
    private const int LongestName = 12;
    private const int WidestJoint = 3;

    private static readonly SearchValues<char> Joints = SearchValues.Create(" .,'-_・·=\n");

    private readonly RosterNames roster = new(displayNames);

    public IEnumerable<Finding> FindIn(Passage passage)
    {
        var text = passage.Folded;
        var words = new NameText(roster).Words(text);
        var context = new NameContext(text, words, roster);
        for (var first = 0; first < words.Count;)
        {
            var last = first;
            while (last + 1 < words.Count && last - first < LongestName && Belong(text, words[last], words[last + 1])) last++;
            var next = last + 1;
            while (last > first && IsLeftOver(words[last - 1], words[last])) last--;
            if (IsName(words, first, last, context)) yield return new Finding(words[first].Start, words[last].End, RedactionReason.Name);
            first = next;
        }
    }

    private bool IsName(List<NameWord> words, int first, int last, NameContext context)
    {
        var (parts, only) = (0, first);
        for (var place = first; place <= last; place++)
        {
            if (place < last && !roster.IsPart(words[place].Key) && !roster.IsPart(words[place + 1].Key) && roster.IsPart(words[place].Key + words[place + 1].Key)) return true;
            if (!roster.IsPart(words[place].Key)) continue;
            parts++;
            only = place;
        }
        return parts switch
        {
            0 => false,
            1 => !words[only].IsOrdinary || context.IsName(only, isAccompanied: only > first),
            _ => true,
        };
    }

    /// <summary>A particle at the end, which belongs to whatever follows.</summary>
    private bool IsLeftOver(NameWord before, NameWord word) => !roster.IsPart(word.Key) && word.Key.Length > 1 && !roster.IsPart(before.Key + word.Key);

    /// <summary>Whether two words are neighbours in the text and of one name. A single small letter is no initial: "Anna's" is not Anna S.</summary>
    private bool Belong(string text, NameWord one, NameWord next) =>
        next.Start >= one.End && next.Start - one.End <= WidestJoint && text.AsSpan(one.End, next.Start - one.End).IndexOfAnyExcept(Joints) < 0
        && (roster.AreTogether(one.Key, next.Key) || (roster.AreTogetherWithInitial(one.Key, next.Key) && !IsSmallLetter(text, one) && !IsSmallLetter(text, next)));

    private static bool IsSmallLetter(string text, NameWord word) => word.End - word.Start == 1 && !char.IsUpper(text[word.Start]);
}
