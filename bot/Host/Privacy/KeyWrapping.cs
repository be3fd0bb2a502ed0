using System.Security.Cryptography;
using System.Text;
using RetroBot.Core;

namespace RetroBot.Host.Privacy;

/// <summary>Wraps keys under the master key, so that storage can keep them, and unwraps them.</summary>
internal sealed class KeyWrapping(MasterKeyRing masters)
{
    /// <param name="context">What the key is for, such as one round of one team, and nothing that says who: a wrapped key moved to another place does not open there.</param>
    public async Task<WrappedKey> WrapAsync(string context, SecretKey key, CancellationToken ct)
    {
        var master = await masters.NewestAsync(ct);
        return new WrappedKey(master.Id, key.Use(plain => Envelope.Seal(master.Secret, "retrobot/wrap"u8, plain.Span, Encoding.UTF8.GetBytes(context))));
    }

    /// <returns>The caller's, to be disposed of as soon as may be.</returns>
    /// <exception cref="MasterKeyException">The master key that wrapped it is not to be had, or it was tampered with.</exception>
    public async Task<SecretKey> UnwrapAsync(string context, WrappedKey wrapped, CancellationToken ct)
    {
        var master = await masters.FindAsync(wrapped.MasterKeyId, ct);
        try
        {
            return SecretKey.Written(plain => Envelope.Open(master.Secret, "retrobot/wrap"u8, wrapped.Bytes.Span, Encoding.UTF8.GetBytes(context), plain.Span));
        }
        catch (CryptographicException broken)
        {
            throw new MasterKeyException($"A key that master key {master.Id} wrapped does not open: it was changed in storage, or moved to another place.", broken);
        }
    }
}
