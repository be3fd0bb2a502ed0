using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A close that counts right, and makes too much of it.</summary>
public abstract class CarelessDigest : Mutation
{
    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new Closing(store, this));

    private protected abstract Digest Of(Digest careful, Round round, Tally tally);

    private sealed class Closing(IRoundStore store, CarelessDigest careless) : RoundStoreAround(store)
    {
        public override Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct) =>
            Store.SaveAsync(round is { State: RoundState.Closed, Tally: { } tally, Digest: { } digest } ? round with { Digest = careless.Of(digest, round, tally) } : round, version, ct);
    }
}
