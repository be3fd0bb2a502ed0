using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Privacy;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Rounds;

/// <summary>Does what <see cref="RoundPlan"/> says a team needs next, step by step, until it needs nothing for now.</summary>
/// <remarks>Between any two steps the process may end, or another instance be faster: the next look finds what is stored and goes on from there.</remarks>
internal sealed partial class RoundKeeper(ITeamStore teams, IRoundStore rounds, RoundCloser closer, DigestPosts posts, Departure departure, ToolReviews reviews, RoundKeys keys, DeliveryQueue queue, QuietHours quiet, RoundInstruments instruments, TimeProvider time, ILogger<RoundKeeper> logger)
{
    /// <summary>A team whose cards are being sent is looked at again after this time, whatever becomes of the instance that sends them; one with a post to be renewed, too.</summary>
    internal static readonly Duration Watch = Duration.FromMinutes(1);

    /// <summary>More steps than a round has; whoever is overtaken by another instance at every step gives way.</summary>
    private const int MostSteps = 12;

    public async Task AdvanceAsync(TeamId id, CancellationToken ct)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await teams.FindAsync(id, ct) is not { } team)
            {
                await departure.FinishAsync(id, ct);
                return;
            }
            var latest = await rounds.LatestAsync(team.Value, ct);
            if (await TakeAsync(RoundPlan.Next(team.Value, latest?.Value, quiet, Now), team, latest, ct)) return;
        }
    }

    /// <returns>Whether the team needs nothing more for now.</returns>
    private async Task<bool> TakeAsync(RoundStep step, Versioned<Team> team, Versioned<Round>? latest, CancellationToken ct)
    {
        switch (step)
        {
            case RoundStep.Idle:
                return await RestAsync(team, due: null, ct);
            case RoundStep.Wait(var until):
                return await RestAsync(team, until, ct);
            case RoundStep.Open open:
                await OpenAsync(open, team, ct);
                return false;
            case RoundStep.Deliver or RoundStep.LookHalfWay:
                queue.Add(latest!.Value, Now);
                return await RestAsync(team, Instant.Min(Now + Watch, latest.Value.ClosesAt), ct);
            case RoundStep.BeginClosing:
                await closer.BeginAsync(latest!, ct);
                return false;
            case RoundStep.Seal:
                await closer.SealAsync(latest!, team.Value.Said, ct);
                return false;
            case RoundStep.ForgetSaid:
                // A conflict means that somebody forgot it already, or that a lead has said something else, which stays.
                await teams.SaveAsync(team.Value.After(latest!.Value.Digest!), team.Version, ct);
                return false;
            case RoundStep.Publish:
                if (!await closer.PublishAsync(team.Value, latest!, ct)) await LeaveChannelAsync(team, ct);
                return false;
            default:
                throw new InvalidOperationException($"No rule for {step.GetType().Name}.");
        }
    }

    private async Task OpenAsync(RoundStep.Open open, Versioned<Team> team, CancellationToken ct)
    {
        // Named on the team first: whoever finds the name without the round opens it.
        if (team.Value.Latest != open.Opening
            && await teams.SaveAsync(team.Value with { Latest = open.Opening, Due = Now }, team.Version, ct) == SaveOutcome.Conflict)
            return;

        var id = new RoundId(team.Value.Id, open.Opening.Name);
        using var key = RoundKey.New(id);
        var settings = team.Value.Settings;
        // The instance that named the opening may have the faster clock: no round opens before its time.
        var openedAt = Instant.Max(Now, open.Opening.At);
        // A conflict means that another instance opened it with a key of its own: then that is the round.
        var outcome = await rounds.OpenAsync(new Round(id, RoundState.Open, openedAt, open.ClosesAt, ClosedEarly: false, settings.Threshold, team.Value.OfferedTools, open.AsksObligation,
            await keys.WrapAsync(key, ct), Delivered: false, Tally: null, Shown: null, Digest: null, Post: null), ct);
        if (outcome == SaveOutcome.Conflict) return;
        instruments.Opened(openedAt - open.Opening.At);
        Log.Opened(logger, id.Name);
    }

    /// <summary>A channel that is gone leaves the team's first one; where that is gone too, so is RetroBot, and nobody said so in time.</summary>
    private async Task LeaveChannelAsync(Versioned<Team> team, CancellationToken ct)
    {
        if (team.Value.Channel != team.Value.Id.Value) await teams.SaveAsync(team.Value with { Channel = team.Value.Id.Value }, team.Version, ct);
        else await departure.BeginAsync(team.Value.Id, ct);
    }

    /// <summary>A post that could not be renewed is tried again soon; it keeps no round waiting.</summary>
    private async Task<bool> RestAsync(Versioned<Team> team, Instant? due, CancellationToken ct)
    {
        if (!await posts.RenewAsync(team.Value, ct)) due = Instant.Min(due ?? Instant.MaxValue, Now + Watch);
        switch (await reviews.AskAsync(team, due, ct))
        {
            case ToolReviewOutcome.Changed:
                return false;
            case ToolReviewOutcome.PutOff:
                return true;
            case ToolReviewOutcome.NothingDue({ } next):
                due = Instant.Min(due ?? Instant.MaxValue, next);
                break;
        }
        return team.Value.Due == due || await teams.SaveAsync(team.Value with { Due = due }, team.Version, ct) == SaveOutcome.Saved;
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Round {Round} of a team is open.")]
        public static partial void Opened(ILogger logger, RoundName round);
    }
}
