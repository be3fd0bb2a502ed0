using System.Collections.Frozen;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Splits a passage into words: runs of letters, and in scripts without spaces the stretches that the roster knows.</summary>
internal sealed class NameText(RosterNames roster)
{
    /// <summary>Arabic words that are written together with the next (and, then, with, to, as), and the stroke that stretches them.</summary>
    public const string Prefixes = "وفبلكـ";
    private const char Stroke = 'ـ';
    private const string Article = "ال";

    private static readonly FrozenSet<string> Ordinary = [.. WordList.Read("ordinary"), .. WordList.Read("months"), .. WordList.Read("tools")];
    private static readonly string[] AfterHiragana = [.. WordList.Words("calls"), "は", "が", "の", "と", "に", "も", "を", "へ", "から"];

    /// <summary>A place, a firm or a thing is named so: 中村屋, 山田町.</summary>
    private static readonly string[] AfterFamilyNameOfAThing = ["屋", "町", "市", "県", "区", "村", "郡", "駅", "堂", "園", "島", "製", "銀行", "電機", "商事", "大学", "病院", "工業", "建設"];

    public List<NameWord> Words(string text)
    {
        var words = new List<NameWord>();
        for (var place = 0; place < text.Length;)
        {
            if (Letters.IsUnspaced(text[place]))
            {
                if (Unspaced(text, place) is { } known && (words.Count == 0 || known.End > words[^1].End)) words.Add(known);
                place++;
            }
            else if (IsWordLetter(text[place]))
            {
                var end = place;
                while (end < text.Length && IsWordLetter(text[end])) end++;
                words.Add(Spaced(text, place, end));
                place = end;
            }
            else place++;
        }
        return words;
    }

    private static bool IsWordLetter(char letter) => Letters.IsSpaced(letter) && !char.IsAsciiDigit(letter);

    private NameWord? Unspaced(string text, int place)
    {
        for (var length = Math.Min(roster.LongestUnspaced, text.Length - place); length > 0; length--)
        {
            var end = place + length;
            if (roster.Known(text.AsSpan(place, length)) is { } key && HasBorders(text, place, end))
                return new NameWord(place, end, key, length == 1 || Ordinary.Contains(key) || StartsWithAny(text, end, AfterFamilyNameOfAThing));
        }
        return null;
    }

    /// <summary>Kana run on into the next word, so a name in kana ends where the kana do, or where a particle or a form of address begins. One Han character after another is a part of a longer word.</summary>
    private static bool HasBorders(string text, int start, int end) =>
        !(Letters.IsKatakana(text[start]) && Letters.IsKatakana(Letters.Before(text, start))) && !(Letters.IsKatakana(text[end - 1]) && Letters.IsKatakana(Letters.At(text, end)))
        && !(Letters.IsHiragana(text[start]) && Letters.IsHiragana(Letters.Before(text, start)))
        && !(Letters.IsHiragana(text[end - 1]) && Letters.IsHiragana(Letters.At(text, end)) && !StartsWithAny(text, end, AfterHiragana))
        && !(Letters.IsHangul(text[start]) && Letters.IsHangul(Letters.Before(text, start)));

    private static bool StartsWithAny(string text, int place, string[] words) => Array.Exists(words, word => string.CompareOrdinal(text, place, word, 0, word.Length) == 0);

    private NameWord Spaced(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var keys = NameFolding.Keys(word);
        foreach (var key in keys) if (roster.IsKnown(key)) return new NameWord(start, end, key, IsOrdinary(key) || keys.Any(IsOrdinary));
        if (Letters.IsArabic(word[0]))
        {
            if (Arabic(word) is (var skipped, { } stem, var loose)) return new NameWord(end - word[skipped..].TrimStart(Stroke).Length, end, stem, loose || IsOrdinary(stem));
        }
        else if (word is [.., not 's', 's'] && char.IsUpper(word[0]) && keys.FirstOrDefault(key => roster.IsPart(key[..^1]) && key.Length > 3) is { } genitive && !Ordinary.Contains(genitive))
        {
            return new NameWord(start, end, genitive[..^1], IsOrdinary(genitive[..^1]));
        }
        return new NameWord(start, end, keys[0], IsOrdinary: true);
    }

    /// <summary>Listed, or of one or two Latin letters: "Al" and "Bo" are names only where they are used as such.</summary>
    private static bool IsOrdinary(string key) =>
        Ordinary.Contains(key) || (key.Length <= 2 && char.IsAsciiLetter(key[0])) || (key.StartsWith(Article, StringComparison.Ordinal) && Ordinary.Contains(key[Article.Length..]));

    /// <summary>Without up to two prefixes. A name may lose its article; one that gains an article may be an adjective. Strokes alone are no word.</summary>
    private (int Skipped, string Key, bool Loose)? Arabic(ReadOnlySpan<char> word)
    {
        const int shortestStem = 3;
        for (var skipped = 0; skipped <= 2 && word.Length - skipped >= shortestStem; skipped++)
        {
            if (skipped > 0 && !Prefixes.Contains(word[skipped - 1], StringComparison.Ordinal)) return null;
            foreach (var stem in NameFolding.Keys(word[skipped..]))
            {
                if (stem.Length == 0) continue;
                if (roster.IsKnown(stem)) return (skipped, stem, false);
                if (roster.IsKnown(Article + stem)) return (skipped, Article + stem, false);
                if (stem.StartsWith("لل", StringComparison.Ordinal) && roster.IsKnown(Article + stem[2..])) return (skipped, Article + stem[2..], false);
                if (stem.StartsWith(Article, StringComparison.Ordinal) && roster.IsKnown(stem[2..])) return (skipped, stem[2..], true);
            }
        }
        return null;
    }
}
