using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Attacks.Mutations;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>The counts are written first, and the key is destroyed in a write of its own.</summary>
public sealed class KeyDestroyedApart : ClosingMistake
{
    internal override Call At => WriteOfRound(3);

    internal override KillMoment Moment => KillMoment.Before;

    internal override IEnumerable<string> Faults => [Judge.KeyIsLeft, Judge.TracesAreLeft];

    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new Dawdling(store));

    private sealed class Dawdling(IRoundStore store) : RoundStoreAround(store)
    {
        public override async Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct)
        {
            if (round is not { State: RoundState.Closed, Key: null, Post: null } || await FindAsync(round.Id, ct) is not { Value.Key: { } key }) return await Store.SaveAsync(round, version, ct);
            if (await Store.SaveAsync(round with { Key = key }, version, ct) == SaveOutcome.Conflict) return SaveOutcome.Conflict;
            return await Store.SaveAsync(round, (await FindAsync(round.Id, ct))!.Version, ct);
        }
    }
}
