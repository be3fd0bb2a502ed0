using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Rounds;
using RetroBot.Cards.Welcome;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>How the team's round stands. Anybody in the team may ask, since it tells nothing about anybody's answer.</summary>
internal sealed class StatusCommand(ITeamStore teams, IRoundStore rounds, SendingReport sending, TimeProvider time) : ICommand
{
    public Command Name => Command.Status;

    public bool InChannel => true;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Team is not { } id || await teams.FindAsync(id, ct) is not { Value: var team }) return new HelpCard(HelpScope.Channel);
        var latest = await rounds.LatestAsync(team, ct);
        return new StatusCard(team.Name, latest?.Value switch
        {
            { State: RoundState.Open } open => new RoundStatus.Open(Moments.Of(open.ClosesAt, team.Settings.Zone), await sending.OfAsync(open, ct)),
            { State: RoundState.Closing or RoundState.Closed } => new RoundStatus.Closing(),
            _ => new RoundStatus.Waiting(NextOpening(team, latest?.Value)),
        });
    }

    private Moment? NextOpening(Team team, Round? latest) =>
        RoundPlan.NextOpening(team, latest, time.GetUtcNow().ToInstant()) is { } next ? Moments.Of(next.At, team.Settings.Zone) : null;
}
