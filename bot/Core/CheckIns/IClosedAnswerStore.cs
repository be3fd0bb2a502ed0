using RetroBot.Core.Rounds;

namespace RetroBot.Core.CheckIns;

/// <summary>Keeps the answers of closed rounds, which belong to nobody.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IClosedAnswerStore
{
    /// <summary>Writes answers, in the order given, under random ids into the attempt's own fresh partition.</summary>
    Task WriteAsync(RoundId round, string attempt, IReadOnlyList<Answer> answers, CancellationToken ct);

    /// <summary>What one attempt wrote, in an order that means nothing.</summary>
    IAsyncEnumerable<Answer> OfAsync(RoundId round, string attempt, CancellationToken ct);

    /// <summary>Deletes what attempts other than <paramref name="keep"/> left behind.</summary>
    Task SweepAsync(RoundId round, string keep, CancellationToken ct);
}
