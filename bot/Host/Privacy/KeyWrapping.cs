using System.Security.Cryptography;
using System.Text;
using RetroBot.Core;

namespace RetroBot.Host.Privacy;

/// <summary>Wraps keys under the master key, so that storage can keep them, and unwraps them.</summary>
internal sealed class KeyWrapping(MasterKey master)
{
    /// <param name="context">What the key is for, such as one round of one team, and nothing that says who: a wrapped key moved to another place does not open there.</param>
    public Task<WrappedKey> WrapAsync(string context, SecretKey key, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var bytes = key.Use(plain => Envelope.Seal(master.Secret, "retrobot/wrap"u8, plain.Span, Encoding.UTF8.GetBytes(context)));
        return Task.FromResult(new WrappedKey(master.Id, bytes));
    }

    /// <returns>The caller's, to be disposed of as soon as may be.</returns>
    /// <exception cref="MasterKeyException">The key was wrapped by another master key, or was tampered with.</exception>
    public Task<SecretKey> UnwrapAsync(string context, WrappedKey wrapped, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!string.Equals(wrapped.MasterKeyId, master.Id, StringComparison.Ordinal))
            throw new MasterKeyException($"A key was wrapped under master key {wrapped.MasterKeyId}, but the master key here is {master.Id}. Configure that key again; until then, what needs it waits.");
        try
        {
            return Task.FromResult(SecretKey.Written(plain => Envelope.Open(master.Secret, "retrobot/wrap"u8, wrapped.Bytes.Span, Encoding.UTF8.GetBytes(context), plain.Span)));
        }
        catch (CryptographicException broken)
        {
            throw new MasterKeyException($"A key that master key {master.Id} wrapped does not open: it was changed in storage, or moved to another place.", broken);
        }
    }
}
