using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Crashes;

/// <summary>One in the sending of cards.</summary>
public abstract class SendingMistake : CrashMistake
{
    /// <summary>A card goes into somebody's chat.</summary>
    private protected static Call Send { get; } = new("Teams: POST activities", Time: 1, Changes: true);

    private protected abstract class LedgerAround(ILedger ledger) : ILedger
    {
        protected ILedger Ledger => ledger;

        public Task PlanAsync(RoundId round, IReadOnlyList<Delivery> deliveries, CancellationToken ct) => ledger.PlanAsync(round, deliveries, ct);

        public virtual IAsyncEnumerable<Versioned<Delivery>> OfAsync(RoundId round, CancellationToken ct) => ledger.OfAsync(round, ct);

        public Task<bool> IncludesAsync(RoundId round, UserId user, CancellationToken ct) => ledger.IncludesAsync(round, user, ct);

        public virtual Task<string?> MoveAsync(RoundId round, Delivery delivery, string version, CancellationToken ct) => ledger.MoveAsync(round, delivery, version, ct);
    }
}
