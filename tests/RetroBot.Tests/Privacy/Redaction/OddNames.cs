using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>Display names that nobody would choose and a directory may hold: characters of every category, alone and between words.</summary>
internal static class OddNames
{
    /// <summary>A few of each category, and what normalising turns into a space and a lone accent.</summary>
    private static readonly string[] Characters =
    [
        .. Enumerable.Range(0, 0x11_0000).Where(Rune.IsValid).Select(code => new Rune(code)).GroupBy(Rune.GetUnicodeCategory).SelectMany(category => Some([.. category])).Select(rune => rune.ToString()),
        "\uD800", "\uDC00", "´", "¨", "¸", "¯", "\u0301", "\u0327", "\u3099", "ـ", "آل", "و", "山", "か", "ー", "김", "👩\u200D💻", "…", "@", "-", "'", " ", " ", " ",
    ];

    private static readonly string[] ArabicPieces = [.. Enumerable.Range(0x0620, 0x34).Select(code => $"{(char)code}"), "ـ", "ـ", "ـ", "و", "و", "ال", "لل", "آل", "فهد", "سعود", " ", " "];

    public static Gen<string> Any { get; } = Gen.Frequency((4, Gen.Elements(Characters)), (1, Gen.Elements("Anna", "van", "García", "(Contoso)", "Dr."))).ListOf().Select(pieces => string.Concat(pieces));

    public static Gen<string> Arabic { get; } = Gen.Elements(ArabicPieces).ListOf().Select(pieces => string.Concat(pieces));

    private static IEnumerable<Rune> Some(List<Rune> category) => Enumerable.Range(0, Math.Min(12, category.Count)).Select(step => category[(int)((long)step * category.Count / 12 % category.Count)]);
}
