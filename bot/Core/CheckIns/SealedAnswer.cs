namespace RetroBot.Core.CheckIns;

/// <summary>An answer under the round's key. Every one has the same length, so that size tells nothing.</summary>
public sealed record SealedAnswer(ParticipantKey Participant, ReadOnlyMemory<byte> Bytes);
