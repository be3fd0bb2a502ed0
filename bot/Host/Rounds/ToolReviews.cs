using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Asks a team's lead, once, whether a tool is still to be left out.</summary>
/// <remarks>
/// That it was asked is written first: of any number of instances one asks. Whoever dies between the two leaves a question that is not asked, which is better than one that is
/// asked again and again; the card of the command goes on showing the day.
/// </remarks>
internal sealed class ToolReviews(ITeamStore teams, IReviewChannel channel, QuietHours quiet, TimeProvider time)
{
    public async Task<ToolReviewOutcome> AskAsync(Versioned<Team> team, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        if (ToolReview.Next(team.Value, quiet, now) is not { } next || next.At > now) return ToolReviewOutcome.NothingDue;

        var asked = next.OptOut with { IsAsked = true };
        if (await teams.SaveAsync(team.Value.With(asked), team.Version, ct) == SaveOutcome.Conflict) return ToolReviewOutcome.Changed;
        if (await channel.AskAsync(team.Value, asked, ct)) return ToolReviewOutcome.Changed;

        while (await teams.FindAsync(team.Value.Id, ct) is { } fresh && fresh.Value.OptOuts.Contains(asked))
        {
            if (await teams.SaveAsync(fresh.Value.With(next.OptOut), fresh.Version, ct) == SaveOutcome.Saved) break;
        }
        return ToolReviewOutcome.NotNow;
    }
}
