using System.Security.Cryptography;
using System.Text;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Privacy;

/// <summary>A round's key, in memory only, for as long as one piece of work needs it. Disposing overwrites it.</summary>
internal sealed class RoundKey : IDisposable
{
    /// <summary>Bytes: 256 bits.</summary>
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Bytes of the codes that stand for people: 128 bits.</summary>
    private const int CodeLength = 16;

    private readonly RoundId round;
    private readonly byte[] key;

    /// <param name="key">Taken over, and overwritten on disposal.</param>
    public RoundKey(RoundId round, byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Length, nameof(key));
        (this.round, this.key) = (round, key);
    }

    public static RoundKey New(RoundId round) => new(round, RandomNumberGenerator.GetBytes(Length));

    /// <summary>The row under which a person's answer is kept in this round.</summary>
    public ParticipantKey ParticipantOf(UserId user) => new(CodeFor("participant", user));

    /// <summary>What binds a card to its recipient, round and tenant.</summary>
    public string TicketOf(UserId user) => CodeFor("ticket", user);

    public bool IsTicketOf(UserId user, string ticket) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(TicketOf(user)), Encoding.UTF8.GetBytes(ticket));

    public SealedAnswer Seal(ParticipantKey participant, ReadOnlySpan<byte> plain)
    {
        var bytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = bytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher();
        cipher.Encrypt(nonce, plain, bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), Context(participant));
        return new SealedAnswer(participant, bytes);
    }

    /// <exception cref="CryptographicException">It was not sealed with this key, for this participant, in this round.</exception>
    public byte[] Open(SealedAnswer answer)
    {
        var bytes = answer.Bytes.Span;
        if (bytes.Length <= NonceLength + TagLength) throw new CryptographicException("A sealed answer is too short.");
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var cipher = Cipher();
        cipher.Decrypt(bytes[..NonceLength], bytes.Slice(NonceLength, plain.Length), bytes[^TagLength..], plain, Context(answer.Participant));
        return plain;
    }

    /// <summary>Lends the key to whoever wraps it.</summary>
    public T Use<T>(Func<byte[], T> work) => work(key);

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    private string CodeFor(string purpose, UserId user)
    {
        Span<byte> derived = stackalloc byte[Length];
        HKDF.Expand(HashAlgorithmName.SHA256, key, derived, Encoding.ASCII.GetBytes("retrobot/" + purpose));
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes($"{round.Team.Tenant}|{user}"), code);
        CryptographicOperations.ZeroMemory(derived);
        return Convert.ToHexStringLower(code[..CodeLength]);
    }

    private AesGcm Cipher()
    {
        Span<byte> derived = stackalloc byte[Length];
        HKDF.Expand(HashAlgorithmName.SHA256, key, derived, "retrobot/seal"u8);
        var cipher = new AesGcm(derived, TagLength);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }

    /// <summary>An envelope copied to another row or another round does not open.</summary>
    private byte[] Context(ParticipantKey participant) => Encoding.UTF8.GetBytes($"{round.Team.Tenant}|{round.Team}|{round.Name}|{participant}");
}
