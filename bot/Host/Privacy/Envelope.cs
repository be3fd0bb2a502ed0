using System.Security.Cryptography;

namespace RetroBot.Host.Privacy;

/// <summary>AES-GCM under a key that is derived for one purpose: a fresh nonce, the cipher text, the tag. What is sealed opens in its own context only.</summary>
internal static class Envelope
{
    /// <summary>Bytes that sealing adds.</summary>
    public const int Overhead = NonceLength + TagLength;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(SecretKey key, ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var bytes = new byte[plain.Length + Overhead];
        var nonce = bytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher(key, purpose);
        cipher.Encrypt(nonce, plain, bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), context);
        return bytes;
    }

    /// <param name="plain">As long as what was sealed.</param>
    /// <exception cref="CryptographicException">It was not sealed like this; nothing was written.</exception>
    public static void Open(SecretKey key, ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> context, Span<byte> plain)
    {
        if (bytes.Length != plain.Length + Overhead) throw new CryptographicException($"{bytes.Length} sealed bytes do not hold {plain.Length}.");
        using var cipher = Cipher(key, purpose);
        cipher.Decrypt(bytes[..NonceLength], bytes.Slice(NonceLength, plain.Length), bytes[^TagLength..], plain, context);
    }

    private static AesGcm Cipher(SecretKey key, ReadOnlySpan<byte> purpose)
    {
        Span<byte> derived = stackalloc byte[SecretKey.Length];
        key.Derive(purpose, derived);
        var cipher = new AesGcm(derived, TagLength);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }
}
