using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>What a quarter's exports may show is worked out anew for every export.</summary>
public sealed class CombinationsForgotten : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A9ExportsOfDifferentWeeks)];

    public override void Change(IServiceCollection services) => Wrap<IQuarterStore>(services, (store, _) => new Forgetful(store));

    private sealed class Forgetful(IQuarterStore store) : QuarterStoreAround(store)
    {
        public override Task<IReadOnlySet<Combination>?> CombinationsAsync(TenantId tenant, Quarter quarter, CancellationToken ct) => Task.FromResult<IReadOnlySet<Combination>?>(null);
    }
}
