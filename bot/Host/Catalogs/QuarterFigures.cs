using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Catalogs;

/// <summary>Makes what an organisation reads of a quarter, once, when the quarter is closed. What comes late, is removed or is deleted afterwards changes nothing.</summary>
internal sealed class QuarterFigures(ITeamStore teams, IRoundStore rounds, IQuarterStore quarters, TimeProvider time)
{
    /// <summary>Does nothing where the last closed quarter's are made already, or no round was held in it.</summary>
    /// <param name="its">All teams of the tenant.</param>
    public async Task MakeAsync(TenantId tenant, IReadOnlyCollection<TeamId> its, CancellationToken ct)
    {
        var quarter = ClosedQuarters.LatestAt(time.GetUtcNow().ToInstant());
        if (await quarters.FiguresAsync(tenant, quarter, ct) is not null) return;

        // Numbers of the quarter before may still stand in this one's digests.
        var (from, upTo) = (RoundName.Of(quarter.Before.FirstDay), RoundName.Of(quarter.LastDay));
        var held = await its.ToAsyncEnumerable().SelectMany(team => rounds.BetweenAsync(team, from, upTo, ct)).ToListAsync(ct);
        var asked = held.Where(round => quarter.Includes(round.Id.Name)).Select(round => round.Id.Team).ToHashSet();
        if (asked.Count == 0) return;
        var known = await asked.ToAsyncEnumerable().Select(async (team, token) => await teams.FindAsync(team, token)).OfType<Versioned<Team>>().Select(team => team.Value).ToListAsync(ct);
        // A conflict means that another instance was faster: then those are the figures.
        await quarters.AddFiguresAsync(tenant, quarter, OrganisationFigures.Of(quarter, held) with { OptOuts = OptOutFigure.Of(known) }, ct);
    }
}
