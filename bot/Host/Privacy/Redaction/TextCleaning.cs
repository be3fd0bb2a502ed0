using System.Globalization;
using System.Text;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// Takes out of a text what nobody typed on purpose and what can hide something from readers or detectors: control characters, overrides of the writing direction, invisible characters, piled-up
/// accents, halves of characters. What is left is NFC. Joiners stay where a script or an emoji needs them.
/// </summary>
internal static class TextCleaning
{
    /// <summary>Accents on one letter. Vietnamese needs two, pointed Hebrew and vocalised Arabic three.</summary>
    public const int MostMarks = 4;

    private static readonly Rune Joiner = new(0x200D);
    private static readonly Rune NonJoiner = new(0x200C);

    public static string Clean(string text)
    {
        // Composed before it is counted: what is never written as one counts as the marks that it is made of.
        var seen = string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes().Select(Kept)).Normalize(NormalizationForm.FormC);
        var visible = new StringBuilder(seen.Length);
        var marks = 0;
        Rune? pending = null;
        var last = new Rune('\n');
        foreach (var rune in seen.EnumerateRunes())
        {
            if (rune == Joiner || rune == NonJoiner)
            {
                pending = pending is null && marks <= MostMarks ? rune : pending;
                continue;
            }
            if (IsMark(rune) && ++marks > MostMarks) continue;
            if (!IsMark(rune)) marks = 0;
            if (pending is { } joiner && Joins(joiner, last, rune)) visible.Append(joiner.ToString());
            pending = null;
            visible.Append(rune.ToString());
            last = rune;
        }
        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Characters that take no room. Variation selectors are among them: a text keeps those, a comparison does not.</summary>
    public static bool IsInvisible(Rune rune) => IsNeverSeen(rune) || rune == Joiner || rune == NonJoiner || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static Rune? Kept(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or 0x85 or 0x2028 or 0x2029 => new Rune('\n'),
        '\t' => new Rune(' '),
        _ when IsNeverSeen(rune) => null,
        _ => rune,
    };

    private static bool IsNeverSeen(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value is not '\n')
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune != Joiner && rune != NonJoiner)
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>A joiner stays between two emoji, and between two letters of a script in which it changes how they are written.</summary>
    private static bool Joins(Rune joiner, Rune before, Rune after) =>
        (joiner == Joiner && IsEmoji(before) && IsEmoji(after)) || (IsInJoiningScript(before) && IsInJoiningScript(after));

    private static bool IsEmoji(Rune rune) => rune.Value is 0xFE0F or (>= 0x2190 and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF);

    /// <summary>Arabic and its neighbours, and the Brahmic scripts.</summary>
    private static bool IsInJoiningScript(Rune rune) =>
        rune.Value is (>= 0x0600 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x1780 and <= 0x18AF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        && (Rune.IsLetter(rune) || IsMark(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark);
}
