using System.Collections.Concurrent;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.People;

/// <summary>Finds the teams that somebody belongs to. Storage does not know whose team is whose: the rosters of their organisation's teams say it, as Teams tells them.</summary>
internal sealed class TeamsOfPerson(ITeamStore teams, RecentRosters rosters, TimeProvider time)
{
    private const int TeamsAtOnce = 16;

    /// <summary>A person waits. What was read by then is remembered, so that the next time comes further.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<Memberships> FindAsync(TenantId tenant, UserId user, CancellationToken ct)
    {
        ConcurrentBag<Membership> found = [];
        var missed = 0;
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        await Parallel.ForEachAsync(teams.OfTenantAsync(tenant, ct), new ParallelOptions { MaxDegreeOfParallelism = TeamsAtOnce, CancellationToken = ct }, async (team, _) =>
        {
            try
            {
                if (await rosters.FindAsync(team.Value, user, either.Token) is { } member) found.Add(new Membership(team.Value, member));
            }
            catch (Exception unread) when (unread is ChannelUnavailableException or OperationCanceledException && !ct.IsCancellationRequested)
            {
                Interlocked.Increment(ref missed);
            }
        });
        return new Memberships([.. found.OrderBy(one => one.Team.Name, StringComparer.Ordinal)], missed == 0);
    }
}
