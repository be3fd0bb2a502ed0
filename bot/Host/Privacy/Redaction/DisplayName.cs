using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// What is a name in a display name: "Dr. Schmidt, Anna (Contoso) | Sales" holds Anna and Schmidt. A bracket holds a name only when it is written in another script than the rest, as
/// "山田 太郎 (Taro Yamada)" is.
/// </summary>
internal static class DisplayName
{
    /// <summary>"Servant of": a name only together with what follows, which is none without it.</summary>
    public const string Servant = "عبد";

    /// <summary>Characters that are read; a directory keeps no more. The work grows with the square.</summary>
    private const int Longest = 256;

    private static readonly FrozenSet<string> Titles = WordList.Read("titles");
    private static readonly FrozenSet<string> Particles = WordList.Read("particles");

    private static readonly Regex Bracket = new(@"[(\[{<](?<inside>[^)\]}>]*)[)\]}>]?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Department = new(" [|/•-] .*|[|].*", RegexOptions.NonBacktracking);
    private static readonly Regex Word = new(@"[\p{L}\p{M}]+", RegexOptions.NonBacktracking);

    /// <summary>The words of the name, the given name first; of two names where it is told in two scripts.</summary>
    public static IEnumerable<IReadOnlyList<NamePart>> Read(string displayName)
    {
        var folded = new Passage(TextCleaning.Clean(displayName[..Math.Min(displayName.Length, Longest)]).Replace('\n', ' ')).Folded.Trim();
        if (folded.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && !folded.Contains(' ', StringComparison.Ordinal)) folded = folded[..at];
        var outside = Department.Replace(Bracket.Replace(folded, " "), "");
        if (Parts(outside) is { Count: > 0 } name) yield return name;
        foreach (Match bracket in Bracket.Matches(folded))
            if (IsLatin(bracket.Groups["inside"].Value) != IsLatin(outside) && Parts(bracket.Groups["inside"].Value) is { Count: > 0 } second) yield return second;
    }

    private static List<NamePart> Parts(string name)
    {
        var halves = name.Split(',').Select(Words).Where(words => words.Count > 0).ToList();
        List<string> words = [.. halves.Skip(1).Concat(halves.Take(1)).SelectMany(half => half)];
        if (words is [{ } only] && Letters.IsUnspaced(only[0])) words = [.. UnspacedName.Split(only).Where(IsSpelled)];
        List<NamePart> parts = [.. words.Select((word, place) => new NamePart(Keys(word), IsParticle(words, place)))];
        return parts.TrueForAll(part => part.IsParticle) ? [.. parts.Select(part => part with { IsParticle = false })] : parts;
    }

    private static List<string> Words(string text) => [.. Word.Matches(text).Select(match => match.Value).Where(word => IsSpelled(word) && !Titles.Contains(NameFolding.Key(word)))];

    /// <summary>Of an accent without its letter, and of strokes alone, folding leaves nothing.</summary>
    private static bool IsSpelled(string word) => NameFolding.Key(word).Length > 0;

    /// <summary>A name that is Cyrillic or Greek throughout is not read as the Latin word that it may look like: Сара is not "capa".</summary>
    private static IReadOnlyList<string> Keys(string word) => word.All(letter => letter is >= '\u0370' and <= '\u052F') ? [NameFolding.Key(word)] : NameFolding.Keys(word);

    /// <summary>"van" is a particle in "Vincent van Gogh", and a name in "Van Nguyen".</summary>
    private static bool IsParticle(List<string> words, int place) =>
        (Particles.Contains(NameFolding.Key(words[place])) && (!char.IsUpper(words[place][0]) || (place > 0 && place < words.Count - 1)))
        || (place > 0 && NameFolding.Key(words[place - 1]) == Servant);

    private static bool IsLatin(string text) => text.Any(letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'));
}
