using Microsoft.Extensions.DependencyInjection;
using Moq;
using RetroBot.Core.People;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The name with which an author signs for the team goes into the export with the words.</summary>
public sealed class SignedInTheRecipe : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A11OneContributorAcrossCases)];

    public override void Change(IServiceCollection services) => Wrap<ICaseStudyStore>(services, (store, _) =>
    {
        var careless = new Mock<ICaseStudyStore>(MockBehavior.Strict);
        careless.Setup(studies => studies.AddAsync(It.IsAny<CaseStudy>(), It.IsAny<CancellationToken>())).Returns((CaseStudy study, CancellationToken ct) => store.AddAsync(study, ct));
        careless.Setup(studies => studies.FindAsync(It.IsAny<CaseStudyId>(), It.IsAny<CancellationToken>())).Returns((CaseStudyId id, CancellationToken ct) => store.FindAsync(id, ct));
        careless.Setup(studies => studies.RemoveAsync(It.IsAny<Core.Versioned<CaseStudy>>(), It.IsAny<CancellationToken>())).Returns((Core.Versioned<CaseStudy> study, CancellationToken ct) => store.RemoveAsync(study, ct));
        careless.Setup(studies => studies.PublishedAsync(It.IsAny<TenantId>(), It.IsAny<CancellationToken>())).Returns((TenantId tenant, CancellationToken ct) => store.PublishedAsync(tenant, ct).Select(Signed));
        return careless.Object;
    });

    private static CaseStudy Signed(CaseStudy study) => study with
    {
        Story = new Story(
            study.Story.Title, study.Story.UsualWay, study.Story.AiRole, study.Story.HumanCheck, study.Story.Changes, study.Story.NotWhen, $"{study.Signature ?? "Nobody"}: {study.Story.HowToTry}",
            study.Story.Tool, study.Story.Area, study.Story.Discovery, study.Story.Evidence, study.Story.Confidence),
    };
}
