using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>A lead opens this period's round by hand. The wish is written down; the round worker carries it out.</summary>
internal sealed class OpenNowCommand(LeadDesk desk, ITeamStore teams, IRoundStore rounds, Alarm alarm, QuietHours quiet, TimeProvider time) : ICommand
{
    public Command Name => Command.OpenNow;

    public bool InChannel => true;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => desk.ForLeadAsync(turn, team => OpenAsync(team, ct), ct);

    private async Task<Card> OpenAsync(Versioned<Team> team, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        var latest = await rounds.LatestAsync(team.Value, ct);
        switch (RoundPlan.OpenNow(team.Value, latest?.Value, now))
        {
            case OpenNowOutcome.StillRunning({ State: RoundState.Open }):
                return new CannotOpenCard(CannotOpenReason.AlreadyOpen);
            case OpenNowOutcome.StillRunning:
                return new CannotOpenCard(CannotOpenReason.StillClosing);
            case OpenNowOutcome.HeldAlready:
            case OpenNowOutcome.Opens(var held) when await rounds.FindAsync(new RoundId(team.Value.Id, held.Name), ct) is { Value.State: RoundState.Published }:
                // The latter where RetroBot was removed in the middle of the period, and added again.
                return new CannotOpenCard(CannotOpenReason.AlreadyHeld);
            case OpenNowOutcome.Opens(var wish):
                if (await teams.SaveAsync(team.Value with { Latest = wish, Due = now }, team.Version, ct) == SaveOutcome.Conflict) return await AgainAsync(team.Value.Id, ct);
                alarm.Ring();
                var zone = team.Value.Settings.Zone;
                var sent = quiet.Pass(now, zone);
                return new OpenedCard(Moments.Of(RoundSchedule.ClosesAt(team.Value.Settings, wish), zone), sent == now ? null : Moments.Of(sent, zone));
            case var other:
                throw new InvalidOperationException($"No rule for {other.GetType().Name}.");
        }
    }

    /// <summary>The team changed meanwhile: perhaps another lead was faster.</summary>
    private async Task<Card> AgainAsync(TeamId id, CancellationToken ct) =>
        await teams.FindAsync(id, ct) is { } team ? await OpenAsync(team, ct) : new NotLeadCard();
}
