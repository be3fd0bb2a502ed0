using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Whether cards wait to be sent, and somebody sends them. How many wait is not told: against the roster it would tell how many people stopped or paused.</summary>
internal sealed class SendingCheck(IRoundStore rounds, ISenderLeaseStore leases, ChannelPace pace, QuietHours quiet, TimeProvider time) : ITeamCheck
{
    /// <summary>Another instance has taken over from one that died well before that.</summary>
    private static readonly Duration Late = Duration.FromMinutes(2);

    public CheckSubject Subject => CheckSubject.Sending;

    public async Task<Finding> LookAsync(Team team, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        var latest = (await rounds.LatestAsync(team, ct))?.Value;
        if (latest is not { Delivered: false } round || !round.TakesAnswersAt(now)) return new Finding.Works(new Remark.Plain(CheckMessage.NothingToSend));
        if (quiet.Pass(now, team.Settings.Zone) is var loud && loud > now) return new Finding.Works(At(CheckMessage.WaitsForQuietHours, loud));
        if (pace.FreeAt(team.Id.Tenant) is var free && free > now) return new Finding.NeedsAttention(At(CheckMessage.TeamsBusyUntil, free));
        return quiet.Pass(round.OpenedAt, team.Settings.Zone) + Late > now || await leases.AllAsync(ct).AnyAsync(lease => lease.Value == team.Id.Tenant, ct)
            ? new Finding.Works(new Remark.Plain(CheckMessage.SendingNow))
            : new Finding.Fails(At(CheckMessage.NobodySends, round.OpenedAt));

        Remark At(CheckMessage message, Instant at) => new Remark.At(message, Moments.Of(at, team.Settings.Zone));
    }
}
