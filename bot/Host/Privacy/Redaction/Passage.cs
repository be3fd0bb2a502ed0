using System.Globalization;
using System.Text;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// A clean text and the same text folded, so that one spelling of a thing finds all of them: NFKC (full-width and mathematical letters become plain ones), every decimal digit as an ASCII digit,
/// one kind of hyphen, space and apostrophe, and nothing that is invisible. Detectors search <see cref="Folded"/>; <see cref="Original"/> leads back.
/// </summary>
internal sealed class Passage
{
    /// <summary>Stands in a text for what has been taken out of it already. Nothing is found across it.</summary>
    public const char Barrier = '\uFFFC';

    /// <summary>Typed as an apostrophe; NFKC would make it a space and an accent on it.</summary>
    private const char Accent = '\u00B4';

    private readonly int[] starts;
    private readonly int[] ends;

    public Passage(string text)
    {
        Text = text;
        var folded = new StringBuilder(text.Length);
        var (from, to) = (new List<int>(text.Length), new List<int>(text.Length));
        for (var start = 0; start < text.Length;)
        {
            var length = IsPlain(text[start]) && (start + 1 == text.Length || char.IsAscii(text[start + 1])) ? 1 : StringInfo.GetNextTextElementLength(text, start);
            Fold(text.AsSpan(start, length), folded);
            for (var i = from.Count; i < folded.Length; i++)
            {
                from.Add(start);
                to.Add(start + length);
            }
            start += length;
        }
        Folded = folded.ToString();
        (starts, ends) = ([.. from], [.. to]);
    }

    public string Text { get; }

    public string Folded { get; }

    /// <summary>Where a finding lies in <see cref="Text"/>: whole characters as a reader sees them.</summary>
    public (int Start, int End) Original(Finding finding) => (starts[finding.Start], ends[finding.End - 1]);

    private static bool IsPlain(char letter) => char.IsAscii(letter) && letter is not '`';

    private static void Fold(ReadOnlySpan<char> element, StringBuilder folded)
    {
        if (element.Length == 1 && IsPlain(element[0]))
        {
            folded.Append(element[0]);
            return;
        }
        foreach (var rune in element.ToString().Replace(Accent, '\'').Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (TextCleaning.IsInvisible(rune)) continue;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber) folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else folded.Append(Plain(rune) ?? rune.ToString());
        }
    }

    private static string? Plain(Rune rune) => rune.Value switch
    {
        '\n' => null,
        0x2018 or 0x2019 or 0x201A or 0x201B or 0x02BC or 0x02B9 or 0x2032 or 0x0060 => "'",
        0x201C or 0x201D or 0x201E or 0x201F or 0x00AB or 0x00BB => "\"",
        0x2212 or 0x2500 => "-",
        0x061F => "?",
        0x060C or 0x3001 => ",",
        0x061B => ";",
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DashPunctuation => "-",
            UnicodeCategory.SpaceSeparator => " ",
            _ => null,
        },
    };
}
