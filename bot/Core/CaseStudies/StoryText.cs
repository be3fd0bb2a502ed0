using System.Globalization;
using System.Text;

namespace RetroBot.Core.CaseStudies;

/// <summary>What a text of an author's is made into before anything else looks at it.</summary>
public static class StoryText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>One line, without what nobody sees: control characters, marks that turn the direction of what follows, blanks of no width. Doing it again changes nothing.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        var blank = false;
        foreach (var letter in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letter)) blank = true;
            else if (IsSeen(letter))
            {
                if (blank && clean.Length > 0) clean.Append(' ');
                blank = false;
                clean.Append(letter);
            }
        }

        return clean.ToString();
    }

    public static bool IsClean(string text) => string.Equals(text, Clean(text), StringComparison.Ordinal);

    /// <summary>The joiners shape letters of several scripts, and emoji.</summary>
    private static bool IsSeen(Rune letter) =>
        letter.Value is ZeroWidthJoiner or ZeroWidthNonJoiner || Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);
}
