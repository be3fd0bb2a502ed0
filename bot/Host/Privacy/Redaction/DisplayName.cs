using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// What is a name in a display name: "Dr. Schmidt, Anna (Contoso) | Sales" holds Anna and Schmidt. A bracket holds a name only when it is written in another script than the rest, as
/// "山田 太郎 (Taro Yamada)" is.
/// </summary>
internal sealed class DisplayName
{
    private static readonly FrozenSet<string> Titles = WordList.Read("titles");
    private static readonly FrozenSet<string> ParticleWords = WordList.Read("particles");

    private static readonly Regex Bracket = new(@"[(\[{<](?<inside>[^)\]}>]*)[)\]}>]?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Department = new(@" [|/·•-] .*|[|].*", RegexOptions.NonBacktracking | RegexOptions.Singleline);
    private static readonly Regex Word = new(@"[\p{L}\p{M}]+", RegexOptions.NonBacktracking);

    private DisplayName(IReadOnlyList<string> parts, IReadOnlyList<string> words)
    {
        Parts = parts;
        Words = words;
    }

    /// <summary>Keys of the words that are names by themselves.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Keys of all words, particles among them, given name first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>One name, or two where the display name tells it in two scripts.</summary>
    public static IEnumerable<DisplayName> Read(string displayName)
    {
        var folded = new Passage(TextCleaning.Clean(displayName).Replace('\n', ' ')).Folded.Trim();
        if (folded.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && !folded.Contains(' ', StringComparison.Ordinal)) folded = folded[..at];
        var outside = Department.Replace(Bracket.Replace(folded, " "), "");
        if (Of(outside) is { } name) yield return name;
        foreach (Match bracket in Bracket.Matches(folded))
            if (IsLatin(bracket.Groups["inside"].Value) != IsLatin(outside) && Of(bracket.Groups["inside"].Value) is { } second) yield return second;
    }

    private static DisplayName? Of(string name)
    {
        var halves = name.Split(',').Select(WordsIn).Where(words => words.Count > 0).ToList();
        List<string> words = [.. halves.Skip(1).Concat(halves.Take(1)).SelectMany(half => half)];
        if (words is [{ } only] && Letters.IsUnspaced(only[0])) words = [.. UnspacedName.Split(only)];
        var parts = words.Where((word, place) => !IsParticle(word, place, words.Count)).SelectMany(word => NameFolding.Keys(word)).Distinct(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? null : new DisplayName(parts, [.. words.SelectMany(word => NameFolding.Keys(word))]);
    }

    private static List<string> WordsIn(string text) => [.. Word.Matches(text).Select(match => match.Value).Where(word => !Titles.Contains(NameFolding.Key(word)))];

    /// <summary>"van" is a particle in "Vincent van Gogh", and a name in "Van Nguyen".</summary>
    private static bool IsParticle(string word, int place, int count) =>
        ParticleWords.Contains(NameFolding.Key(word)) && (char.IsLower(word[0]) || Letters.IsArabic(word[0]) || (place > 0 && place < count - 1));

    private static bool IsLatin(string text) => text.Any(letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'));
}
