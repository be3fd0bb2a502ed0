using System.Security.Cryptography;
using System.Text;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Privacy;

/// <summary>A round's key, in memory only, for as long as one piece of work needs it. Disposing overwrites it.</summary>
/// <param name="secret">Taken over.</param>
internal sealed class RoundKey(RoundId round, SecretKey secret) : IDisposable
{
    public RoundId Round => round;

    /// <summary>Lent to whoever wraps it.</summary>
    public SecretKey Secret => secret;

    public static RoundKey New(RoundId round) => new(round, SecretKey.New());

    /// <summary>The row under which a person's answer is kept in this round.</summary>
    public ParticipantKey ParticipantOf(UserId user) => new(CodeFor("retrobot/participant"u8, user));

    /// <summary>What binds a card to its recipient, round and tenant.</summary>
    public string TicketOf(UserId user) => CodeFor("retrobot/ticket"u8, user);

    public bool IsTicketOf(UserId user, string ticket) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(TicketOf(user)), Encoding.UTF8.GetBytes(ticket));

    public SealedAnswer Seal(ParticipantKey participant, ReadOnlySpan<byte> plain) =>
        new(participant, Envelope.Seal(secret, "retrobot/seal"u8, plain, Context(participant)));

    /// <exception cref="CryptographicException">It was not sealed with this key, for this participant, in this round.</exception>
    public byte[] Open(SealedAnswer answer)
    {
        var plain = new byte[Math.Max(0, answer.Bytes.Length - Envelope.Overhead)];
        Envelope.Open(secret, "retrobot/seal"u8, answer.Bytes.Span, Context(answer.Participant), plain);
        return plain;
    }

    public void Dispose() => secret.Dispose();

    private string CodeFor(ReadOnlySpan<byte> purpose, UserId user) => PersonCode.Of(secret, purpose, round.Team.Tenant, user);

    /// <summary>An envelope copied to another row or another round does not open.</summary>
    private byte[] Context(ParticipantKey participant) => Encoding.UTF8.GetBytes($"{round.Team.Tenant}|{round.Team}|{round.Name}|{participant}");
}
