using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>New numbers are compared with those that the team has read last, and with none before.</summary>
public sealed class ComparedWithTheLastOnly : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A3OneJoinerOrLeaver)];

    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new Forgetting(store));

    private sealed class Forgetting(IRoundStore store) : RoundStoreAround(store)
    {
        public override IAsyncEnumerable<Versioned<Round>> CountedBeforeAsync(RoundId id, CancellationToken ct) => base.CountedBeforeAsync(id, ct).Where(round => round.Value.Shown is not null);
    }
}
