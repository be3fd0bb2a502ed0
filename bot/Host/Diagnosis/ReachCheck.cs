using NodaTime.Extensions;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>How many people could not be reached, by reason. Never who.</summary>
internal sealed class ReachCheck(IRoundStore rounds, SendingReport sending, TimeProvider time) : ITeamCheck
{
    public CheckSubject Subject => CheckSubject.Reach;

    public async Task<Finding> LookAsync(Team team, CancellationToken ct)
    {
        var latest = (await rounds.LatestAsync(team, ct))?.Value;
        if (latest?.TakesAnswersAt(time.GetUtcNow().ToInstant()) is not true) return new Finding.Works(new Remark.Plain(CheckMessage.ReachUnknown));

        var sent = await sending.OfAsync(latest, ct);
        (CheckMessage Reason, int Count)[] counts =
        [
            (CheckMessage.Blocked, sent.Blocked),
            (CheckMessage.NotInstalled, sent.NotInstalled),
            (CheckMessage.Unreachable, sent.Unreachable),
            (CheckMessage.Unconfirmed, sent.Unconfirmed),
        ];
        Remark[] remarks = [.. counts.Where(one => one.Count > 0).Select(one => new Remark.Counted(one.Reason, one.Count))];
        return remarks.Length > 0 ? new Finding.NeedsAttention(remarks) : new Finding.Works(new Remark.Plain(CheckMessage.NobodyOutOfReach));
    }
}
