using System.Collections.Concurrent;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Host.People;

/// <summary>Who is in which team, as Teams told some minutes ago at the most. It lives in memory alone: who belongs where is written down nowhere.</summary>
internal sealed class RecentRosters(TeamMembers members, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<TeamId, Known> rosters = new();

    /// <returns>Null where the person is not in the team.</returns>
    /// <exception cref="Core.ChannelUnavailableException">The roster cannot be had now.</exception>
    public async Task<Member?> FindAsync(Team team, UserId user, CancellationToken ct)
    {
        if (!rosters.TryGetValue(team.Id, out var known) || IsOld(known))
        {
            var now = time.GetTimestamp();
            known = new Known(now, (await members.OfAsync(team, ct)).DistinctBy(member => member.User).ToDictionary(member => member.User));
            foreach (var (old, _) in rosters.Where(entry => IsOld(entry.Value))) rosters.TryRemove(old, out _);
            rosters[team.Id] = known;
        }
        return known.Members.GetValueOrDefault(user);
    }

    private bool IsOld(Known known) => time.GetElapsedTime(known.At) >= KeptFor;

    private sealed record Known(long At, IReadOnlyDictionary<UserId, Member> Members);
}
