using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>RetroBot leaves a team, and everything of that team is deleted.</summary>
/// <remarks>
/// The team's row becomes a note that is due at once; whatever ends this process then, the round worker finds the note and goes on. All that is kept, for as long as a
/// cadence lasts, is that the latest round was held: else removing RetroBot and adding it again would be a way to ask the same week twice. What was written
/// meanwhile by somebody who had not heard of it goes with that.
/// </remarks>
internal sealed partial class Departure(ITeamStore teams, ILeftTeamStore leftTeams, IRoundStore rounds, ICaseStudyStore caseStudies, IVoteStore votes, IChatStore chats, TimeProvider time, ILogger<Departure> logger)
{
    public async Task BeginAsync(TeamId id, CancellationToken ct)
    {
        while (await teams.FindAsync(id, ct) is { } known)
        {
            if (await leftTeams.AddAsync(new LeftTeam(id, known.Value.Latest?.Name, Now, Due: Now), known.Version, ct) == SaveOutcome.Saved) break;
        }
        await FinishAsync(id, ct);
    }

    /// <summary>Deletes what is due; does nothing for a team that was not left.</summary>
    public async Task FinishAsync(TeamId id, CancellationToken ct)
    {
        if (await leftTeams.FindAsync(id, ct) is not { } note) return;
        var left = note.Value;
        var held = Now < left.ForgottenAt ? left.Latest : null;
        if (held is { } latest) await StripAsync(new RoundId(id, latest), ct);
        await votes.RemoveAsync(id, ct);
        await caseStudies.RemoveAsync(id, ct);
        await rounds.RemoveAsync(id, held, ct);
        // Where people's own chats are is kept for all their teams: it goes with the last.
        if (!await teams.OfTenantAsync(id.Tenant, ct).AnyAsync(ct)) await chats.RemoveAsync(id.Tenant, ct);
        if (Now >= left.ForgottenAt) await leftTeams.RemoveAsync(note, ct);
        else if (await leftTeams.SaveAsync(left with { Due = left.ForgottenAt }, note, ct) == SaveOutcome.Saved && left.Due < left.ForgottenAt) Log.Deleted(logger, id);
    }

    /// <summary>Nobody can answer any more, the key is gone, and so is whatever the round tells.</summary>
    private async Task StripAsync(RoundId id, CancellationToken ct)
    {
        while (await rounds.FindAsync(id, ct) is { } found)
        {
            var held = found.Value with { State = RoundState.Published, Key = null, Tools = [], Tally = null, Shown = null, Digest = null, Post = null, Stories = PlacedStories.None };
            var outcome = found.Value.State == RoundState.Open ? await rounds.BeginClosingAsync(held, found.Version, ct) : await rounds.SaveAsync(held, found.Version, ct);
            if (outcome == SaveOutcome.Saved) return;
        }
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "RetroBot was removed from team {Team}; what it kept of the team is deleted.")]
        public static partial void Deleted(ILogger logger, TeamId team);
    }
}
