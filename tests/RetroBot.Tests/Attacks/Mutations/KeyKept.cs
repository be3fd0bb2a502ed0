using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The close leaves the wrapped key in the round's row.</summary>
public sealed class KeyKept : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A15CanariesInTheFiles)];

    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new Keeping(store));

    private sealed class Keeping(IRoundStore store) : RoundStoreAround(store)
    {
        public override async Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct) =>
            await Store.SaveAsync(round with { Key = round.Key ?? (await FindAsync(round.Id, ct))?.Value.Key }, version, ct);
    }
}
