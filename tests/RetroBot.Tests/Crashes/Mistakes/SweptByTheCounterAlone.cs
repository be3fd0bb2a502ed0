using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Attacks.Mutations;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>Whoever counted the answers remembers to delete them, and nobody else does.</summary>
public sealed class SweptByTheCounterAlone : ClosingMistake
{
    internal override Call At => WriteOfRound(2);

    internal override KillMoment Moment => KillMoment.After;

    internal override IEnumerable<string> Faults => [Judge.RowsOfOpenRound, Judge.TracesAreLeft];

    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new Remembering(store));

    private sealed class Remembering(IRoundStore store) : RoundStoreAround(store)
    {
        private readonly ConcurrentDictionary<RoundId, bool> counted = new();

        public override async Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct)
        {
            var outcome = await Store.SaveAsync(round, version, ct);
            if (outcome == SaveOutcome.Saved && round is { State: RoundState.Closed, Post: null }) counted[round.Id] = true;
            return outcome;
        }

        public override Task SweepAsync(RoundId id, CancellationToken ct) => counted.ContainsKey(id) ? Store.SweepAsync(id, ct) : Task.CompletedTask;
    }
}
