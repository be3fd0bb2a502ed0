using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Case studies are numbered as they come in, so that the latest are easily found.</summary>
public sealed class SequentialIds : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A13WhoseAnswerIsIt)];

    public override void Change(IServiceCollection services) => Wrap<ICaseStudyStore>(services, (store, _) => new Numbering(store));

    private sealed class Numbering(ICaseStudyStore store) : CaseStudyStoreAround(store)
    {
        private int last;

        public override Task<SaveOutcome> AddAsync(CaseStudy study, CancellationToken ct) =>
            base.AddAsync(study with { Id = new CaseStudyId(study.Id.Team, Interlocked.Increment(ref last).ToString("x32", CultureInfo.InvariantCulture)) }, ct);
    }
}
