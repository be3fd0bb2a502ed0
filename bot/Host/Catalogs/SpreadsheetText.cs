using System.Buffers;
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
    private static readonly SearchValues<char> Parts = SearchValues.Create("\t\r\n;|");

    private const string Quotes = "\"'`´‘’‚“”„«»";

    /// <summary>
    /// Puts an apostrophe before every place at which a spreadsheet could begin a formula: the beginning of the cell, and what follows a separator that is not the file's. Blanks,
    /// quotes and marks that nobody sees do not hide it, nor do full-width forms.
    /// </summary>
    public static string WithoutFormulas(string text)
    {
        StringBuilder? safe = null;
        var taken = 0;
        for (var at = 0; at >= 0 && at < text.Length; at = NextPart(text, at))
        {
            if (!BeginsFormula(text.AsSpan(at))) continue;
            (safe ??= new StringBuilder(text.Length + 1)).Append(text, taken, at - taken).Append(TextMark);
            taken = at;
        }

        return safe is null ? text : safe.Append(text, taken, text.Length - taken).ToString();
    }

    /// <summary>Without what XML forbids: control characters, and halves of pairs.</summary>
    public static string ForXml(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (letter.Value is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF))) clean.Append(letter);
        }

        return clean.ToString();
    }

    /// <returns>The place behind the next separator; negative where there is none.</returns>
    private static int NextPart(string text, int from) => text.AsSpan(from).IndexOfAny(Parts) is >= 0 and var next ? from + next + 1 : -1;

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
    private static char Plain(char letter) => char.IsAscii(letter) || char.IsSurrogate(letter) || letter is '\uFFFE' or '\uFFFF' ? letter : letter.ToString().Normalize(NormalizationForm.FormKC)[0];
}
