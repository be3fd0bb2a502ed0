using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace RetroBot.Tests.Attacks;

/// <summary>Every usual way to make a code of a text.</summary>
[SuppressMessage("Security", "CA5350", Justification = "What an attacker tries.")]
[SuppressMessage("Security", "CA5351", Justification = "What an attacker tries.")]
internal static class Hashes
{
    private static readonly (string Name, Func<byte[], byte[]> Of)[] Plain =
        [("MD5", MD5.HashData), ("SHA-1", SHA1.HashData), ("SHA-256", SHA256.HashData), ("SHA-384", SHA384.HashData), ("SHA-512", SHA512.HashData)];

    private static readonly (string Name, Func<byte[], byte[], byte[]> Of)[] Keyed =
        [("HMAC-MD5", HMACMD5.HashData), ("HMAC-SHA-1", HMACSHA1.HashData), ("HMAC-SHA-256", HMACSHA256.HashData), ("HMAC-SHA-512", HMACSHA512.HashData)];

    public static IEnumerable<(string Name, byte[] Bytes)> Of(string text, IReadOnlyList<byte[]> keys)
    {
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)])
        {
            foreach (var (name, of) in Plain) yield return (name, of(bytes));
            foreach (var key in keys)
            {
                foreach (var (name, of) in Keyed) yield return (name, of(key, bytes));
            }
        }
    }
}
