using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Passes everything on to the service's own store; a mistake changes what it needs to.</summary>
internal abstract class RoundStoreAround(IRoundStore store) : IRoundStore
{
    protected IRoundStore Store => store;

    public virtual Task<Versioned<Round>?> FindAsync(RoundId id, CancellationToken ct) => store.FindAsync(id, ct);

    public virtual Task<Round?> FindRecentAsync(RoundId id, CancellationToken ct) => store.FindRecentAsync(id, ct);

    public virtual Task<SaveOutcome> OpenAsync(Round round, CancellationToken ct) => store.OpenAsync(round, ct);

    public virtual Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct) => store.SaveAsync(round, version, ct);

    public virtual Task<SaveOutcome> BeginClosingAsync(Round round, string version, CancellationToken ct) => store.BeginClosingAsync(round, version, ct);

    public IAsyncEnumerable<RoundId> WithKeyAsync(Instant hadToCloseBefore, CancellationToken ct) => store.WithKeyAsync(hadToCloseBefore, ct);

    public virtual IAsyncEnumerable<Versioned<Round>> TalliedAsync(TeamId team, RoundName upTo, CancellationToken ct) => store.TalliedAsync(team, upTo, ct);

    public virtual IAsyncEnumerable<Round> BetweenAsync(TeamId team, RoundName from, RoundName upTo, CancellationToken ct) => store.BetweenAsync(team, from, upTo, ct);

    public virtual IAsyncEnumerable<Versioned<Round>> CountedBeforeAsync(RoundId id, CancellationToken ct) => store.CountedBeforeAsync(id, ct);

    public virtual Task RemoveAsync(TeamId team, RoundName? held, CancellationToken ct) => store.RemoveAsync(team, held, ct);

    public virtual Task SweepAsync(RoundId id, CancellationToken ct) => store.SweepAsync(id, ct);
}
