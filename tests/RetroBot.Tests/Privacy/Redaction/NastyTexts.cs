using FsCheck;
using FsCheck.Fluent;
using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>Texts that are put together from all that has a meaning to a detector, whole and in halves, with and without spaces, and from any characters whatever.</summary>
internal static class NastyTexts
{
    public static RedactionTerms Terms { get; } = new(
        new("7f0c1111-2222-3333-4444-555566667777"),
        ["Dr. Schmidt, Anna (Contoso) | Sales", "Will Rose", "May Lee", "山田 太郎", "林 さくら", "أحمد الحربي", "عبد الرحمن العتيبي", "Vincent van der Berg", "María de la Cruz", "김민수", "Claude Moreau", "S", "", "..."],
        ["29:1abcdefghijklmnop", "anna.schmidt@contoso.com", "", " ", "x"]);

    private static readonly string[] Pieces =
    [
        "Anna Schmidt", "anna", "Schmidt, ", "Will", "will ", "WILL", " Rose", "May ", "Lee", "山田", "太郎", "山田　太郎", "さくら", "林", "さん", "أحمد", "و", "ال", "الحربي", "عبد ", "الرحمن", "ـ", "van ", "der ", "de la ", "Berg", "Cruz", "김민수", "Claude ", "A. ", "S", "'s ", "s ", "’",
        "the ", "in ", "with ", "and ", " said ", "Mr. ", "قال ", ".", ". ", ", ", " ", "  ", "\n", "\r\n", "\t", "\u200B", "\u200D", "\u200C", "\u2066", "\u202E", "\uFEFF", "\u00AD", "\uD800", "\uDC00", "\uFFFE", "\uFFFC", "[…]", "[", "…", "]", "\u0301", "\u0338", "\u0301\u0316\u0301\u0316\u0301",
        "\u3099", "か", "ハ", "ー", "👩", "💻", "👩\u200D💻", "\uFE0F", "\U000E0041", "@", "＠", "a@b.example", "a", ".example", " at ", " dot ", "(at)", "(", ")", "password", ":", " is ", "Passwort: ", "パスワードは", "كلمة المرور", "hunter2", "=", "\"", "'", "«", "key", "0123456789abcdefABCDEF", "Pwd=x1;", "Server=", ";",
        "-----BEGIN ", "-----END ", "-----", "eyJ", "abcdefgh.", "sk-", "Bearer ", "https://", "://", "www.", "x.example/", "?token=", "sig=", "//", "/", "+49 30 1234567", "030", "/1234567", "+", "00", "12", "3456", "٠١٢", "８９", "2024-11-18", "09:30", "ext. ", "29:", "1abcdefghijklmnop", "8:orgid:",
        "7f0c1111-2222-3333-4444-555566667777", "-", "_", "<at>", "</at>", "<at", "&lt;", "@[", "](", "#", "ﷺ", "ﬁ", "ǅ", "İ", "ß", "ﾊﾞ", "\u1100\u1161", "न\u094D", "\0", "\u001B", "Å", "А", "ο", "Ａｎｎａ",
    ];

    private static readonly Gen<string> Piece = Gen.Elements(Pieces);

    private static readonly Gen<string> Character = Gen.Choose(char.MinValue, char.MaxValue).Select(code => ((char)code).ToString());

    public static Gen<string> Any { get; } = Gen.Frequency((9, Piece), (1, Character)).ListOf().Select(pieces => string.Concat(pieces));
}
