using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>An export shows every category that a case study has, however rare.</summary>
public sealed class CategoriesAsTheyCame : Mutation
{
    private static readonly TeamId NoTeam = new(new TenantId("tenant"), "team");

    public override IReadOnlyList<Type> Helps => [typeof(A10RareCombinations)];

    public override void Change(IServiceCollection services) => Wrap<ICatalogWriter>(services, (writer, _) => new RowsChanged(writer, AsItCame));

    private static CatalogRow AsItCame(CatalogRow row) => new(
        new CaseStudy(
            new CaseStudyId(NoTeam, row.Id), row.Story, Signature: null, Quarter.TryParse(row.Facets.Period, out var quarter) ? quarter : default,
            new WithdrawHash(new string('0', WithdrawHash.Length)), new RoundName(2026, 1), VoteKey: null, Support.None),
        Combination.Of(Traits.Of(row.Story), Detail.Everything));
}
