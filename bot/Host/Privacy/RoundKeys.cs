using System.Security.Cryptography;
using System.Text;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Privacy;

/// <summary>Wraps round keys under the master key, and unwraps them.</summary>
internal sealed class RoundKeys(MasterKey master)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public WrappedKey Wrap(RoundId round, RoundKey key) => key.Use(plain =>
    {
        var bytes = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(master.Bytes.Span, TagLength);
        cipher.Encrypt(bytes.AsSpan(0, NonceLength), plain, bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), Context(round));
        return new WrappedKey(master.Id, bytes);
    });

    /// <exception cref="MasterKeyException">The key was wrapped by another master key, or was tampered with.</exception>
    public RoundKey Unwrap(RoundId round, WrappedKey wrapped)
    {
        if (!string.Equals(wrapped.MasterKeyId, master.Id, StringComparison.Ordinal))
            throw new MasterKeyException($"Round {round.Name} was opened under master key {wrapped.MasterKeyId}, but the master key here is {master.Id}. Configure that key again, or the round cannot be closed.");
        var bytes = wrapped.Bytes.Span;
        if (bytes.Length != NonceLength + RoundKey.Length + TagLength)
            throw new MasterKeyException($"The key of round {round.Name} has {bytes.Length} bytes; {NonceLength + RoundKey.Length + TagLength} were expected.");
        var plain = new byte[RoundKey.Length];
        try
        {
            using var cipher = new AesGcm(master.Bytes.Span, TagLength);
            cipher.Decrypt(bytes[..NonceLength], bytes.Slice(NonceLength, plain.Length), bytes[^TagLength..], plain, Context(round));
        }
        catch (AuthenticationTagMismatchException broken)
        {
            throw new MasterKeyException($"The key of round {round.Name} does not open under master key {master.Id}: it was changed in storage.", broken);
        }
        return new RoundKey(round, plain);
    }

    /// <summary>A wrapped key moved to another round does not open.</summary>
    private static byte[] Context(RoundId round) => Encoding.UTF8.GetBytes($"{round.Team.Tenant}|{round.Team}|{round.Name}");
}
