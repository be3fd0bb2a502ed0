using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Has a team looked after at once, by whichever instance is first.</summary>
internal sealed class TeamWatch(ITeamStore teams, Alarm alarm, TimeProvider time)
{
    public async Task MakeDueAsync(TeamId id, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        await teams.ChangeAsync(id, team => team with { Due = now }, ct);
        alarm.Ring();
    }
}
