using NodaTime.Extensions;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Fills the tools card, and saves what comes of it.</summary>
internal sealed class ToolsDesk(ITeamStore teams, Alarm alarm, TimeProvider time)
{
    public ToolsContext ContextOf(Team team)
    {
        var (first, last) = ToolReview.Days(team.Settings, time.GetUtcNow().ToInstant());
        return new ToolsContext(team.Name, team.Settings.Tools, [.. team.OptOuts.Select(one => new ToolLeftOut(one.Tool, OptOutTerms.Of(one.Ground), one.Reason, one.Review.ToDateOnly()))], first.ToDateOnly(), last.ToDateOnly());
    }

    /// <summary>Changes the team, whatever was changed meanwhile, and has it looked at: its next question may be another.</summary>
    /// <returns>The tools card as it is now; null where the team is gone.</returns>
    public async Task<ToolsCard?> SaveAsync(Versioned<Team> team, Func<Team, Team> change, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        if (await teams.ChangeAsync(team, known => change(known) with { Due = now }, ct) is not { } changed) return null;
        alarm.Ring();
        return new ToolsCard(ContextOf(changed));
    }
}
