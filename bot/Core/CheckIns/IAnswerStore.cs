using RetroBot.Core.Rounds;

namespace RetroBot.Core.CheckIns;

/// <summary>Keeps sealed answers while a round is open.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IAnswerStore
{
    /// <summary>Keeps one sealed answer per participant; the latest wins.</summary>
    Task<AnswerOutcome> SaveAsync(RoundId round, SealedAnswer answer, CancellationToken ct);

    /// <summary>Deletes the participant's answer, if there is one.</summary>
    Task<AnswerOutcome> DeleteAsync(RoundId round, ParticipantKey participant, CancellationToken ct);

    /// <summary>Whether the participant's answer is there, without reading it.</summary>
    Task<bool> IncludesAsync(RoundId round, ParticipantKey participant, CancellationToken ct);

    /// <summary>The round's answers, one a participant, in an order that means nothing.</summary>
    IAsyncEnumerable<SealedAnswer> OfAsync(RoundId round, CancellationToken ct);
}
