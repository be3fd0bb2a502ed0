using System.Buffers.Text;
using System.Security.Cryptography;

namespace RetroBot.Simulation;

/// <summary>Where the ids of people, teams and chats come from: chance, or a seed, with which the same people in the same teams are met again.</summary>
internal sealed class Identities(int? seed)
{
    /// <summary>Of a Teams account or chat: so many random bytes.</summary>
    private const int LongId = 48;

    private readonly Lock gate = new();
    private readonly Random? seeded = seed is { } given ? new Random(given) : null;

    public Guid NewGuid() => new(Bytes(16));

    public string NewText() => Base64Url.EncodeToString(Bytes(LongId));

    private byte[] Bytes(int count)
    {
        if (seeded is null) return RandomNumberGenerator.GetBytes(count);
        var bytes = new byte[count];
        lock (gate) seeded.NextBytes(bytes);
        return bytes;
    }
}
