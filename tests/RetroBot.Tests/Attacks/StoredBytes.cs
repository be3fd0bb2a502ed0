using System.Buffers.Text;
using System.Text.RegularExpressions;

namespace RetroBot.Tests.Attacks;

/// <summary>Every run of bytes in a dump: byte columns, and whatever in a text reads as hex or base64.</summary>
internal sealed partial class StoredBytes
{
    /// <summary>Bytes that are compared. Shorter codes match by accident.</summary>
    private const int Compared = 8;

    private readonly HashSet<long> beginnings = [];
    private readonly Dictionary<string, byte[]> likeKeys = new(StringComparer.Ordinal);

    public StoredBytes(IEnumerable<DumpedRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var bytes in row.Row.Keys.SelectMany(column => row.Row[column] is byte[] whole ? [whole] : BytesIn($"{row.Row[column]}")))
            {
                if (bytes.Length < Compared) continue;
                beginnings.Add(BitConverter.ToInt64(bytes));
                if (bytes.Length is 16 or 24 or 32 or 48 or 60 or 64) likeKeys.TryAdd(Convert.ToHexString(bytes), bytes);
            }
        }
    }

    /// <summary>What is as long as keys are, wrapped ones included.</summary>
    public IEnumerable<byte[]> LikeKeys => likeKeys.Values;

    /// <summary>Whether a code, or what a programmer cut it to, is stored.</summary>
    public bool Hold(byte[] code) => beginnings.Contains(BitConverter.ToInt64(code));

    private static IEnumerable<byte[]> BytesIn(string text)
    {
        foreach (Match match in Words().Matches(text))
        {
            var word = match.Value;
            if (word.Length % 2 == 0 && word.All(char.IsAsciiHexDigit)) yield return Convert.FromHexString(word);
            if (Base64Url.IsValid(word)) yield return Base64Url.DecodeFromChars(word);
            var padded = new byte[word.Length];
            if (Convert.TryFromBase64String(word, padded, out var written)) yield return padded[..written];
        }
    }

    [GeneratedRegex("[A-Za-z0-9+/=_-]{16,}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();
}
