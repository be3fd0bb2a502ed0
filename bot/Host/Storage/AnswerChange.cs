using RetroBot.Core.CheckIns;

namespace RetroBot.Host.Storage;

/// <summary>What is to become of a person's answer.</summary>
/// <param name="Sealed">Null to delete it.</param>
internal sealed record AnswerChange(ParticipantKey Participant, ReadOnlyMemory<byte>? Sealed);
