namespace RetroBot.Core;

/// <summary>A key as storage keeps it: encrypted under the master key. Core neither reads nor makes it.</summary>
/// <param name="MasterKeyId">Which master key wrapped it.</param>
public sealed record WrappedKey(string MasterKeyId, ReadOnlyMemory<byte> Bytes);
