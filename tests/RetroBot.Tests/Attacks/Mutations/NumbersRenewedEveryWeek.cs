using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Every digest shows its own round's numbers, whatever the team has read the week before.</summary>
public sealed class NumbersRenewedEveryWeek : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A3OneJoinerOrLeaver)];

    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new Forgetting(store));

    private sealed class Forgetting(IRoundStore store) : RoundStoreAround(store)
    {
        public override IAsyncEnumerable<Versioned<Round>> CountedBeforeAsync(RoundId id, CancellationToken ct) => AsyncEnumerable.Empty<Versioned<Round>>();
    }
}
