using System.Globalization;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>What kind of character stands at a place. Scripts that are written without spaces do not border words as letters do.</summary>
internal static class Letters
{
    /// <summary>Han, kana and Hangul: a neighbour of this kind does not make a word longer.</summary>
    public static bool IsUnspaced(char letter) =>
        letter is (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uDBFF');

    public static bool IsHan(char letter) => letter is (>= '\u3400' and <= '\u9FFF') or '々';

    public static bool IsHiragana(char letter) => letter is >= '\u3041' and <= '\u3096';

    public static bool IsKatakana(char letter) => letter is (>= '\u30A1' and <= '\u30FA') or 'ー';

    public static bool IsHangul(char letter) => letter is >= '\uAC00' and <= '\uD7A3';

    public static bool IsArabic(char letter) => letter is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') && char.IsLetter(letter);

    /// <summary>A letter or digit of a script that is written with spaces: beside it a word is not over.</summary>
    public static bool IsSpaced(char letter) => (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) && !IsUnspaced(letter);

    public static char Before(string text, int place) => place > 0 ? text[place - 1] : '\n';

    public static char At(string text, int place) => place < text.Length ? text[place] : '\n';
}
