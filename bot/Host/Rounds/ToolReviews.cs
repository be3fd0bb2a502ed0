using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Asks a team's lead, once, whether a tool is still to be left out.</summary>
/// <remarks>
/// That it was asked is written first: of any number of instances one asks. Whoever dies between the two leaves a question that is not asked, which is better than one that is
/// asked again and again; the card of the command goes on showing the day.
/// </remarks>
internal sealed partial class ToolReviews(ITeamStore teams, IReviewChannel channel, QuietHours quiet, TimeProvider time, ILogger<ToolReviews> logger)
{
    /// <summary>A question that is refused for so long after its time is given up. One that comes later than that is tried once.</summary>
    private static readonly Duration LongestWait = Duration.FromDays(1);

    /// <param name="due">When the team is looked at next for another reason; null for never.</param>
    public async Task<ToolReviewOutcome> AskAsync(Versioned<Team> team, Instant? due, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        if (ToolReview.Next(team.Value, quiet, now) is not var (at, optOut)) return new ToolReviewOutcome.NothingDue(Next: null);
        if (at > now) return new ToolReviewOutcome.NothingDue(at);

        var asked = optOut with { IsAsked = true };
        if (await teams.SaveAsync(team.Value.With(asked), team.Version, ct) == SaveOutcome.Conflict) return new ToolReviewOutcome.Changed();
        if (await channel.AskAsync(team.Value, asked, ct) is not AskOutcome.NotNow(var wish)) return new ToolReviewOutcome.Changed();

        var waited = now - ToolReview.DueAt(team.Value.Settings, optOut.Review);
        if (waited >= LongestWait)
        {
            Log.GivenUp(logger, team.Value.Id);
            return new ToolReviewOutcome.Changed();
        }
        // As long again as it has waited: so nothing about the tries need be kept.
        var again = now + Backoff.After(wish, (int)Math.Log2(Math.Max(1, waited.TotalSeconds)), jitter: 0);
        await TakeBackAsync(team.Value, asked, optOut, Instant.Min(due ?? Instant.MaxValue, again), ct);
        return new ToolReviewOutcome.PutOff();
    }

    /// <summary>It was not asked after all. Whoever wants the team looked at earlier meanwhile has it looked at.</summary>
    private async Task TakeBackAsync(Team before, ToolOptOut asked, ToolOptOut optOut, Instant due, CancellationToken ct) => await teams.ChangeAsync(
        before.Id, team => team.OptOuts.Contains(asked) ? team.With(optOut) with { Due = team.Due == before.Due ? due : team.Due } : team, ct);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Teams refuses the question whether team {Team} still leaves a tool out, and its time passed more than a day ago. It is not asked any more; a lead sees it with the commands for tools and for a diagnosis.")]
        public static partial void GivenUp(ILogger logger, TeamId team);
    }
}
