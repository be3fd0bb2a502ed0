using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A published digest never changes: not even where an author has withdrawn what it shows.</summary>
public sealed class PostsNotRenewed : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A6PhraseFromTheDigest)];

    public override void Change(IServiceCollection services) => Wrap<ICaseStudyStore>(services, (store, _) => new NeverStale(store));

    private sealed class NeverStale(ICaseStudyStore store) : CaseStudyStoreAround(store)
    {
        public override IAsyncEnumerable<Versioned<RoundName>> StalePostsAsync(TeamId team, CancellationToken ct) => AsyncEnumerable.Empty<Versioned<RoundName>>();
    }
}
