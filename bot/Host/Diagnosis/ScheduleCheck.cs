using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>When the next round opens or this one closes, and whether somebody looks after it.</summary>
internal sealed class ScheduleCheck(IRoundStore rounds, QuietHours quiet, TimeProvider time) : ITeamCheck
{
    /// <summary>The round worker looks every 15 s.</summary>
    private static readonly Duration Late = Duration.FromMinutes(5);

    public CheckSubject Subject => CheckSubject.Schedule;

    public async Task<Finding> LookAsync(Team team, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        if (team.Due is { } due && now - due > Late) return new Finding.Fails(At(CheckMessage.Overdue, due));

        var latest = (await rounds.LatestAsync(team, ct))?.Value;
        if (latest?.TakesAnswersAt(now) is true) return new Finding.Works(At(CheckMessage.Closes, latest.ClosesAt));
        if (RoundPlan.NextOpening(team, latest, now) is not { At: var next }) return new Finding.NeedsAttention(new Remark.Plain(CheckMessage.NotSetUp));

        var sent = quiet.Pass(next, team.Settings.Zone);
        return sent == next ? new Finding.Works(At(CheckMessage.Opens, next)) : new Finding.NeedsAttention(At(CheckMessage.Opens, next), At(CheckMessage.OpensInQuietHours, sent));

        Remark At(CheckMessage message, Instant at) => new Remark.At(message, Moments.Of(at, team.Settings.Zone));
    }
}
