using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The name with which an author signs for the team goes into the export with the words.</summary>
public sealed class SignedInTheRecipe : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A11OneContributorAcrossCases)];

    public override void Change(IServiceCollection services) => Wrap<ICaseStudyStore>(services, (store, _) => new Signing(store));

    private sealed class Signing(ICaseStudyStore store) : CaseStudyStoreAround(store)
    {
        public override IAsyncEnumerable<CaseStudy> PublishedAsync(TenantId tenant, CancellationToken ct) => base.PublishedAsync(tenant, ct).Select(Signed);

        private static CaseStudy Signed(CaseStudy study) => study with
        {
            Story = new Story(
                study.Story.Title, study.Story.UsualWay, study.Story.AiRole, study.Story.HumanCheck, study.Story.Changes, study.Story.NotWhen, $"{study.Signature ?? "Nobody"}: {study.Story.HowToTry}",
                study.Story.Tool, study.Story.Area, study.Story.Discovery, study.Story.Evidence, study.Story.Confidence),
        };
    }
}
