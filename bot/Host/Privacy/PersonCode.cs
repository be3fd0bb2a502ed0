using System.Security.Cryptography;
using System.Text;
using RetroBot.Core.People;

namespace RetroBot.Host.Privacy;

/// <summary>What stands for a person under a key: 128 bits in hex, which nobody can tie to the person without the key.</summary>
internal static class PersonCode
{
    /// <summary>Bytes.</summary>
    private const int Length = 16;

    /// <param name="purpose">Codes for different purposes have nothing in common.</param>
    public static string Of(SecretKey key, ReadOnlySpan<byte> purpose, TenantId tenant, UserId user)
    {
        Span<byte> derived = stackalloc byte[SecretKey.Length];
        key.Derive(purpose, derived);
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes($"{tenant}|{user}"), code);
        CryptographicOperations.ZeroMemory(derived);
        return Convert.ToHexStringLower(code[..Length]);
    }
}
