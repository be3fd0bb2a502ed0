using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.People;

/// <summary>Says of somebody's teams when they are asked.</summary>
internal sealed class Outlooks(IRoundStore rounds, TimeProvider time)
{
    /// <param name="from">Openings before it are passed over; now, but for somebody who has paused.</param>
    public async Task<OwnTeams> OfAsync(Memberships memberships, Instant from, CancellationToken ct)
    {
        var known = await Task.WhenAll(memberships.All.Select(async one => (one.Team.Name, await OfAsync(one.Team, from, ct))));
        return new OwnTeams(known, memberships.AreComplete);
    }

    private async Task<TeamOutlook> OfAsync(Team team, Instant from, CancellationToken ct)
    {
        var latest = (await rounds.LatestAsync(team, ct))?.Value;
        if (latest is not null && latest.TakesAnswersAt(time.GetUtcNow().ToInstant())) return new TeamOutlook.Open(Moments.Of(latest.ClosesAt, team.Settings.Zone));
        return RoundPlan.NextOpening(team, latest, from) is { } next ? new TeamOutlook.Waiting(Moments.Of(next.At, team.Settings.Zone)) : new TeamOutlook.NotSetUp();
    }
}
