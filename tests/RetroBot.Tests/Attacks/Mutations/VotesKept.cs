using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>When voting ends, its key is destroyed and the votes are forgotten where they are.</summary>
public sealed class VotesKept : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A15CanariesInTheFiles), typeof(A17BeforeAndAfterOneAnswer)];

    public override void Change(IServiceCollection services) => Wrap<IVoteStore>(services, (store, _) => new NotSweeping(store));

    private sealed class NotSweeping(IVoteStore store) : IVoteStore
    {
        public Task SaveAsync(CaseStudyId study, VoterKey voter, Vote vote, CancellationToken ct) => store.SaveAsync(study, voter, vote, ct);

        public Task<bool> DeleteAsync(CaseStudyId study, VoterKey voter, CancellationToken ct) => store.DeleteAsync(study, voter, ct);

        public Task<VoteCount> CountAsync(CaseStudyId study, CancellationToken ct) => store.CountAsync(study, ct);

        public Task RemoveAsync(TeamId team, CancellationToken ct) => store.RemoveAsync(team, ct);

        public Task SweepAsync(CaseStudyId study, CancellationToken ct) => Task.CompletedTask;
    }
}
