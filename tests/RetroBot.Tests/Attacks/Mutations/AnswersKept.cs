using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The close deletes nothing: without the key, the sealed answers are thought to be worth nothing.</summary>
public sealed class AnswersKept : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A15CanariesInTheFiles), typeof(A17BeforeAndAfterOneAnswer)];

    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new NotSweeping(store));

    private sealed class NotSweeping(IRoundStore store) : RoundStoreAround(store)
    {
        public override Task SweepAsync(RoundId id, CancellationToken ct) => Task.CompletedTask;
    }
}
