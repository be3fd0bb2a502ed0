using System.Globalization;
using System.Text;

namespace RetroBot.Host.Search;

/// <summary>Text as a search compares it: width, case, accents and the ways of writing one Arabic letter make no difference.</summary>
internal static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (!IsAccent(letter)) folded.Append(Folded(char.ToLowerInvariant(letter)));
        }
        // Kana are put together again: their marks make other letters of them.
        return folded.Replace("ß", "ss").ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsAccent(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format && letter is not ('\u3099' or '\u309A') || letter is '\u0640';

    private static char Folded(char letter) => letter switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        _ => letter,
    };
}
