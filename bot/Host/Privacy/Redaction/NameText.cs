namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Splits a passage into the words that may be names: runs of letters, and in scripts without spaces the stretches that the roster knows.</summary>
internal static class NameText
{
    /// <summary>Arabic words that are written together with the next: and, then, with, to, as.</summary>
    private const string ArabicPrefixes = "وفبلك";

    public static List<NameWord> Words(string text, RosterNames names)
    {
        var words = new List<NameWord>();
        for (var place = 0; place < text.Length;)
        {
            if (Letters.IsUnspaced(text[place]))
            {
                if (Unspaced(text, place, names) is { } known) words.Add(known);
                place++;
            }
            else if (Letters.IsSpaced(text[place]) && !char.IsAsciiDigit(text[place]))
            {
                var end = place;
                while (end < text.Length && Letters.IsSpaced(text[end]) && !char.IsAsciiDigit(text[end])) end++;
                words.Add(Spaced(text, place, end, names));
                place = end;
            }
            else place++;
        }
        return words;
    }

    private static NameWord? Unspaced(string text, int place, RosterNames names)
    {
        for (var length = Math.Min(names.LongestUnspaced, text.Length - place); length > 0; length--)
        {
            var key = NameFolding.Key(text.AsSpan(place, length));
            if (names.IsKnown(key) && HasBorders(text, place, place + length)) return new NameWord(place, place + length, key);
        }
        return null;
    }

    /// <summary>Kana run on into the next word, so a name in kana ends where the kana do, or where an honorific begins.</summary>
    private static bool HasBorders(string text, int start, int end) =>
        !(IsKatakana(text[start]) && IsKatakana(Letters.Before(text, start))) && !(IsKatakana(text[end - 1]) && IsKatakana(Letters.At(text, end)))
        && !(IsHiragana(text[start]) && IsHiragana(Letters.Before(text, start)))
        && !(IsHiragana(text[end - 1]) && IsHiragana(Letters.At(text, end)) && !Followers.Any(follower => string.CompareOrdinal(text, end, follower, 0, follower.Length) == 0))
        && !(text[start] is >= '\uAC00' and <= '\uD7A3' && Letters.Before(text, start) is >= '\uAC00' and <= '\uD7A3');

    private static readonly string[] Followers = ["さん", "くん", "ちゃん", "さま", "は", "が", "の", "と", "に", "も", "を", "へ", "から"];

    private static bool IsKatakana(char letter) => letter is (>= '\u30A1' and <= '\u30FA') or 'ー';

    private static bool IsHiragana(char letter) => letter is >= '\u3041' and <= '\u3096';

    private static NameWord Spaced(string text, int start, int end, RosterNames names)
    {
        var word = text.AsSpan(start, end - start);
        var keys = NameFolding.Keys(word);
        foreach (var key in keys) if (names.IsKnown(key)) return new NameWord(start, end, key);
        if (Letters.IsArabic(word[0]))
        {
            if (Arabic(word, names) is (var skipped, { } stem)) return new NameWord(start + skipped, end, stem);
        }
        else if (word[^1] is 's' && word.Length >= 4)
        {
            foreach (var key in keys) if (key[..^1] is var genitive && names.IsPart(genitive) && char.IsUpper(word[0])) return new NameWord(start, end, genitive);
        }
        return new NameWord(start, end, keys[0]);
    }

    /// <summary>With or without the article, and without up to two prefixes.</summary>
    private static (int Skipped, string Key)? Arabic(ReadOnlySpan<char> word, RosterNames names)
    {
        const int shortestStem = 3;
        for (var skipped = 0; skipped <= 2 && word.Length - skipped >= shortestStem; skipped++)
        {
            if (skipped > 0 && !ArabicPrefixes.Contains(word[skipped - 1], StringComparison.Ordinal)) return null;
            var stem = NameFolding.Key(word[skipped..]);
            if (names.IsKnown(stem)) return (skipped, stem);
            if (names.IsKnown("ال" + stem)) return (skipped, "ال" + stem);
            if (stem.StartsWith("ال", StringComparison.Ordinal) && names.IsKnown(stem[2..])) return (skipped, stem[2..]);
            if (stem.StartsWith("لل", StringComparison.Ordinal) && names.IsKnown("ال" + stem[2..])) return (skipped, "ال" + stem[2..]);
        }
        return null;
    }
}
