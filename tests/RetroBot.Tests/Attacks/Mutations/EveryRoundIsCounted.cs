using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The organisation's figures are of all answers, as an average is: however few they are in a round, and whatever its digest keeps back.</summary>
public sealed class EveryRoundIsCounted : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A8TotalMinusVisibleTeams)];

    public override void Change(IServiceCollection services) =>
        Wrap<IQuarterStore>(services, (store, provider) => new Averaging(store, provider.GetRequiredService<ITeamStore>(), provider.GetRequiredService<IRoundStore>()));

    private sealed class Averaging(IQuarterStore store, ITeamStore teams, IRoundStore rounds) : QuarterStoreAround(store)
    {
        public override async Task<SaveOutcome> AddFiguresAsync(TenantId tenant, Quarter quarter, OrganisationFigures figures, CancellationToken ct)
        {
            var all = await teams.OfTenantAsync(tenant, ct)
                .SelectMany(team => rounds.BetweenAsync(team.Value.Id, RoundName.Of(quarter.FirstDay), RoundName.Of(quarter.LastDay), ct))
                .Select(round => round.Tally).OfType<Tally>().ToListAsync(ct);
            var helped = Tenths(all.Sum(tally => tally.Outcomes[Outcome.Helped]), all.Sum(tally => tally.Answered));
            var careless = figures.Figures[0] with { Shares = [new DigestShare("outcome.helped", helped), new DigestShare("outcome.notHelped", 100 - helped)] };
            return await Store.AddFiguresAsync(tenant, quarter, figures with { Figures = [careless, .. figures.Figures.Skip(1)] }, ct);
        }

        private static int Tenths(int part, int all) => ((20 * part) + all) / (2 * all) * 10;
    }
}
