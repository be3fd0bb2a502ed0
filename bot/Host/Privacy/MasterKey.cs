using System.Security.Cryptography;

namespace RetroBot.Host.Privacy;

/// <summary>A key that wraps other keys. It never lies in the storage account beside them.</summary>
/// <param name="secret">Taken over.</param>
internal sealed class MasterKey(SecretKey secret) : IDisposable
{
    private const int IdLength = 8;

    public SecretKey Secret => secret;

    /// <summary>A fingerprint: tells keys apart without giving one away.</summary>
    public string Id { get; } = Fingerprint(secret);

    public void Dispose() => secret.Dispose();

    private static string Fingerprint(SecretKey secret)
    {
        Span<byte> id = stackalloc byte[IdLength];
        secret.Derive("retrobot/master-key-id"u8, id);
        return Convert.ToHexStringLower(id);
    }
}
