using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Case studies are numbered as they come in, so that the latest are easily found.</summary>
public sealed class SequentialIds : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A13WhoseAnswerIsIt)];

    public override void Change(IServiceCollection services) => Wrap<ICaseStudyStore>(services, (store, provider) => new Numbering(store, provider.GetRequiredService<VoteKeys>()));

    private sealed class Numbering(ICaseStudyStore store, VoteKeys keys) : CaseStudyStoreAround(store)
    {
        private int last;

        public override async Task<SaveOutcome> AddAsync(CaseStudy study, CancellationToken ct)
        {
            var id = new CaseStudyId(study.Id.Team, Interlocked.Increment(ref last).ToString("x32", CultureInfo.InvariantCulture));
            return await base.AddAsync(study with { Id = id, VoteKey = await keys.NewAsync(id, ct) }, ct);
        }
    }
}
