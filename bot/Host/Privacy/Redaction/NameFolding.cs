using System.Globalization;
using System.Text;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// The keys under which one name is found in all its spellings: without case, accents, vowel signs and letter variants (José is Jose, أحمد is احمد), with ü as u and as ue, and with Cyrillic and Greek
/// letters as the Latin ones that they look like.
/// </summary>
internal static class NameFolding
{
    private const string LookAlikes = "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTХXУYаaеeоoрpсcуyхxіiјjѕsкkԁdԛqԝwһhΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoαaνvρpιiκkυu";

    private static readonly Dictionary<char, char> Latin = Enumerable.Range(0, LookAlikes.Length / 2).ToDictionary(i => LookAlikes[2 * i], i => LookAlikes[(2 * i) + 1]);

    public static string Key(ReadOnlySpan<char> word) => Fold(word, expanding: false);

    /// <summary>One key, or two or three where a spelling can be read in more than one way.</summary>
    public static IReadOnlyList<string> Keys(ReadOnlySpan<char> word)
    {
        var key = Key(word);
        if (System.Text.Ascii.IsValid(word)) return [key];
        var latin = AsLatin(word);
        List<string> keys = [key];
        if (!latin.SequenceEqual(word)) keys.Insert(0, Key(latin));
        if (Fold(latin, expanding: true) is var expanded && !keys.Contains(expanded, StringComparer.Ordinal)) keys.Add(expanded);
        return keys;
    }

    /// <summary>A word in which every Cyrillic or Greek letter looks Latin is read as Latin; one with other letters of those scripts is left as it is.</summary>
    private static ReadOnlySpan<char> AsLatin(ReadOnlySpan<char> word)
    {
        Span<char> latin = new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            var foreign = word[i] is >= '\u0370' and <= '\u052F';
            if (!Latin.TryGetValue(word[i], out latin[i])) latin[i] = word[i];
            if (foreign && latin[i] == word[i]) return word;
        }
        return latin;
    }

    private static string Fold(ReadOnlySpan<char> word, bool expanding)
    {
        var key = new StringBuilder(word.Length);
        var lastBase = '\0';
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
            {
                if (letter is '\u3099' or '\u309A') key.Append(letter);
                else if (expanding && letter is '\u0308' && lastBase is 'a' or 'o' or 'u') key.Append('e');
                else if (expanding && letter is '\u030A' && lastBase is 'a') key.Append('a');
                continue;
            }
            lastBase = char.ToLowerInvariant(letter);
            key.Append(Spelled(lastBase, expanding));
        }
        return key.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Spelled(char letter, bool expanding) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => expanding ? "oe" : "o",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ı' => "i",
        'ة' => "ه",
        'ى' or 'ی' => "ي",
        'ٱ' => "ا",
        'ک' => "ك",
        'ـ' => "",
        _ => letter.ToString(),
    };
}
