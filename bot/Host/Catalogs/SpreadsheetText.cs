using System.Globalization;
using System.Text;

namespace RetroBot.Host.Catalogs;

/// <summary>Text that a spreadsheet takes for text.</summary>
internal static class SpreadsheetText
{
    private const char TextMark = '\'';

    /// <summary>What begins a formula, or moves to a cell or row in which one could begin.</summary>
    private const string Begins = "=+-@\t\r\n";

    /// <summary>What a spreadsheet that was told another separator takes for the end of a cell.</summary>
    private const string Parts = "\t\r\n;|";

    private const string Quotes = "\"'`´‘’‚“”„«»";

    /// <summary>
    /// Puts an apostrophe before every place at which a spreadsheet could begin a formula: the beginning of the cell, and what follows a separator that is not the file's. Blanks,
    /// quotes and marks that nobody sees do not hide it, nor do full-width forms.
    /// </summary>
    public static string WithoutFormulas(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if ((at == 0 || Parts.Contains(text[at - 1], StringComparison.Ordinal)) && BeginsFormula(text.AsSpan(at))) safe.Append(TextMark);
            safe.Append(text[at]);
        }

        return safe.ToString();
    }

    /// <summary>Without what XML forbids: control characters, and halves of pairs.</summary>
    public static string ForXml(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (letter.Value is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF))) clean.Append(letter);
        }

        return clean.ToString();
    }

    private static bool BeginsFormula(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (Begins.Contains(Plain(letter), StringComparison.Ordinal)) return true;
            if (!IsPassedOver(letter)) return false;
        }

        return false;
    }

    private static bool IsPassedOver(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || Quotes.Contains(Plain(letter), StringComparison.Ordinal)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    /// <summary>The ordinary form of a full-width, small or raised one.</summary>
    private static char Plain(char letter) => char.IsSurrogate(letter) || letter is '\uFFFE' or '\uFFFF' ? letter : letter.ToString().Normalize(NormalizationForm.FormKC)[0];
}
