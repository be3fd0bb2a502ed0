namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Whether a run of letters and digits looks made by a generator and not by a person.</summary>
internal static class Randomness
{
    private const int Shortest = 16;

    /// <summary>Letters and digits, and so mixed that words, dates and versions do not look like it.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        if (text.Length < Shortest) return false;
        var (digits, letters, changes) = (0, 0, 0);
        var last = Kind(text[0]);
        foreach (var character in text)
        {
            var kind = Kind(character);
            if (kind is CharacterKind.Digit) digits++;
            else if (kind is not CharacterKind.Other) letters++;
            if (kind != last && kind is not CharacterKind.Other && last is not CharacterKind.Other && !(last is CharacterKind.Upper && kind is CharacterKind.Lower)) changes++;
            last = kind;
        }
        return digits >= 2 && letters >= 4 && changes * 5 >= text.Length;
    }

    private static CharacterKind Kind(char character) => character switch
    {
        >= '0' and <= '9' => CharacterKind.Digit,
        >= 'a' and <= 'z' => CharacterKind.Lower,
        >= 'A' and <= 'Z' => CharacterKind.Upper,
        _ => CharacterKind.Other,
    };

    private enum CharacterKind
    {
        Other,
        Digit,
        Lower,
        Upper,
    }
}
