using System.Globalization;
using System.Text;

namespace RetroBot.Cards.Commands;

/// <summary>Words as they are compared: who writes in a hurry, on a foreign keyboard or in full-width letters means the same.</summary>
internal static class TypedWords
{
    private static readonly char[] Marks = [':', '\uFF1A', '-', '\u2013', '\u2014', ',', '\u060C', '\u3001', '.', '\u2026'];

    private const char Tatweel = '\u0640';

    /// <summary>The words in lower case with single blanks between them, without accents, vowel marks and whatever is neither letter nor digit.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in Decomposed(text))
        {
            if (IsLeftOut(letter)) continue;
            if (char.IsLetterOrDigit(letter) || IsVoicing(letter)) folded.Append(Plain(letter));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>As it stands, without hyphens, and with the letters that stand for umlauts where a keyboard has none.</summary>
    public static IEnumerable<string> SpellingsOf(string words) =>
        [Fold(words), Fold(words.Replace("-", "", StringComparison.Ordinal)), Fold(words.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal))];

    /// <summary>Where each word ends.</summary>
    public static IEnumerable<int> EndsIn(string text) => Enumerable.Range(1, text.Length).Where(end => IsOfWord(text[end - 1]) && (end == text.Length || !IsOfWord(text[end])));

    /// <summary>A text that stands behind a command, without the colon or dash that parts the two.</summary>
    public static string WithoutFirstMarks(string text) => text.Trim().TrimStart(Marks).Trim();

    /// <summary>What is no character cannot be normalised: half a surrogate pair reads as an unknown one, and a noncharacter goes.</summary>
    private static string Decomposed(string text) => string.Concat(text.EnumerateRunes().Where(rune => (rune.Value & 0xFFFE) != 0xFFFE)).Normalize(NormalizationForm.FormKD).ToLowerInvariant();

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || IsVoicing(letter) || IsLeftOut(letter);

    private static bool IsLeftOut(char letter) =>
        letter == Tatweel || (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format && !IsVoicing(letter));

    /// <summary>The two marks without which a Japanese letter is another one.</summary>
    private static bool IsVoicing(char letter) => letter is '\u3099' or '\u309A';

    private static string Plain(char letter) => letter switch
    {
        'ß' => "ss",
        'œ' => "oe",
        'æ' => "ae",
        'ى' => "ي",
        'ة' => "ه",
        _ => letter.ToString(),
    };
}
