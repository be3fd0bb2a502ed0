using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Plans the team's next round as it will be held, and neither sends nor stores anything. Whom it would reach is not told: against the roster it would tell how many people stopped or paused.</summary>
internal sealed class ShowPlan(LeadDesk desk, IRoundStore rounds, TeamMembers members, QuietHours quiet, IConfiguration configuration, TimeProvider time) : ICardAction
{
    public string Verb => PlannedRoundCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => desk.ForLeadAsync(turn, async team => new PlannedRoundCard(team.Value.Name, await PlanAsync(team.Value, ct)), ct);

    private async Task<PlannedRound> PlanAsync(Team team, CancellationToken ct)
    {
        var (now, settings) = (time.GetUtcNow().ToInstant(), team.Settings);
        var next = RoundPlan.NextOpening(team, (await rounds.LatestAsync(team, ct))?.Value, now);
        var opening = next ?? new Opening(RoundSchedule.NameAt(settings, now), now);
        var sent = quiet.Pass(opening.At, settings.Zone);
        var size = await members.SizeAsync(team, ct);
        return new PlannedRound(
            next is null ? null : At(opening.At),
            sent == opening.At ? null : At(sent),
            At(RoundSchedule.ClosesAt(settings, opening)),
            size,
            size is { } people ? Math.Max(1, (int)Math.Ceiling(people / (60.0 * PaceSettings.RequestsPerSecond(configuration)))) : null,
            team.OfferedTools,
            RoundSchedule.AsksObligation(settings, opening.Name),
            settings.Reminds);

        Moment At(Instant at) => Moments.Of(at, settings.Zone);
    }
}
