namespace RetroBot.Host.Privacy;

/// <summary>A key that wraps other keys. It never lies in the storage account beside them.</summary>
/// <param name="secret">Taken over.</param>
internal sealed class MasterKey(SecretKey secret) : IDisposable
{
    private const int IdLength = 8;

    public SecretKey Secret => secret;

    /// <summary>A fingerprint: tells keys apart without giving one away.</summary>
    public string Id { get; } = Fingerprint(secret);

    /// <summary>A key that was kept as text.</summary>
    /// <param name="decode">Writes the key straight to where it stays, and says whether there was one.</param>
    /// <returns>Null where there was none.</returns>
    public static MasterKey? Decoded(Func<Span<byte>, bool> decode)
    {
        var isKey = false;
        var secret = SecretKey.Written(bytes => isKey = decode(bytes.Span));
        if (isKey) return new MasterKey(secret);
        secret.Dispose();
        return null;
    }

    public void Dispose() => secret.Dispose();

    private static string Fingerprint(SecretKey secret)
    {
        Span<byte> id = stackalloc byte[IdLength];
        secret.Derive("retrobot/master-key-id"u8, id);
        return Convert.ToHexStringLower(id);
    }
}
