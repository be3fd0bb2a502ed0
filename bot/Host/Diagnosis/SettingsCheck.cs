using NodaTime.Extensions;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Host.Diagnosis;

/// <summary>Settings that are allowed, and may surprise.</summary>
internal sealed class SettingsCheck(TeamMembers members, TimeProvider time) : ITeamCheck
{
    public CheckSubject Subject => CheckSubject.Settings;

    public async Task<Finding> LookAsync(Team team, CancellationToken ct)
    {
        List<Remark> remarks = [];
        var needed = team.Settings.Threshold.Answers;
        if (await members.SizeAsync(team, ct) is { } size && size < needed)
            remarks.Add(size < Threshold.Lowest ? new Remark.Counted(CheckMessage.TeamTooSmall, Threshold.Lowest) : new Remark.Counted(CheckMessage.ThresholdTooHigh, needed));
        if (team.Leads.Count < 2) remarks.Add(new Remark.Plain(team.Leads.Count == 0 ? CheckMessage.NoLead : CheckMessage.OneLead));
        var today = time.GetUtcNow().ToInstant().InZone(team.Settings.Zone).Date;
        if (team.OptOuts.Any(one => one.Review < today)) remarks.Add(new Remark.Plain(CheckMessage.ReviewPassed));
        return remarks.Count > 0 ? new Finding.NeedsAttention(remarks) : new Finding.Works(new Remark.Plain(CheckMessage.SettingsFine));
    }
}
