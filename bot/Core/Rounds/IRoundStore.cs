using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>Keeps rounds. A round, its open answers and its ledger live and change together.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IRoundStore
{
    /// <returns>Null where no such round was opened.</returns>
    Task<Versioned<Round>?> FindAsync(RoundId id, CancellationToken ct);

    /// <summary>The round as it was some seconds ago at the most: enough to save an answer with, which the store refuses when the round is over by then.</summary>
    /// <returns>Null where no such round was opened.</returns>
    Task<Round?> FindRecentAsync(RoundId id, CancellationToken ct);

    /// <summary>Adds an open round and lets answers in, in one step. <see cref="SaveOutcome.Conflict"/> when the round exists: whoever was first has opened it.</summary>
    Task<SaveOutcome> OpenAsync(Round round, CancellationToken ct);

    /// <summary>Replaces the round, if nobody has saved since <paramref name="version"/> was read.</summary>
    Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct);

    /// <summary>Replaces the round and shuts answers out, in one step: an answer is either in before this, or refused after it.</summary>
    Task<SaveOutcome> BeginClosingAsync(Round round, string version, CancellationToken ct);

    /// <summary>The rounds of a team up to one week, that one included, whose counts are kept; no other row is read.</summary>
    IAsyncEnumerable<Versioned<Round>> TalliedAsync(TeamId team, RoundName upTo, CancellationToken ct);

    /// <summary>The rounds of a team from one week to another, both included, in their order; no other row is read.</summary>
    IAsyncEnumerable<Round> BetweenAsync(TeamId team, RoundName from, RoundName upTo, CancellationToken ct);

    /// <summary>The team's rounds before this one whose counts are kept, be it behind the numbers that it has read last, the latest one last; no other row is read.</summary>
    IAsyncEnumerable<Versioned<Round>> CountedBeforeAsync(RoundId id, CancellationToken ct);

    /// <summary>The rounds, whichever team's, that still have their key although they had to close before a time. Reads the whole table: not for anything that a person waits for.</summary>
    IAsyncEnumerable<RoundId> WithKeyAsync(Instant hadToCloseBefore, CancellationToken ct);

    /// <summary>Deletes everything of a team's rounds but the row of one. Does nothing the second time.</summary>
    /// <param name="held">Null to delete every row.</param>
    Task RemoveAsync(TeamId team, RoundName? held, CancellationToken ct);

    /// <summary>Deletes the round's open answers and its ledger. Does nothing the second time.</summary>
    Task SweepAsync(RoundId id, CancellationToken ct);
}
