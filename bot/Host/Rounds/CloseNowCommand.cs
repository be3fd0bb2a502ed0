using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>A lead closes the round before its time; the reply in the channel tells everybody. The round worker carries it out.</summary>
internal sealed class CloseNowCommand(LeadDesk desk, ITeamStore teams, IRoundStore rounds, TeamWatch watch, TimeProvider time, IHostEnvironment environment) : ICommand
{
    /// <summary>Closing right behind one person's answer would single that person out.</summary>
    private readonly Duration shortestOpen = environment.IsDevelopment() ? Duration.Zero : Duration.FromHours(24);

    public Command Name => Command.CloseNow;

    public bool InChannel => true;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => desk.ForLeadAsync(turn, team => CloseAsync(team, ct), ct);

    private async Task<Card> CloseAsync(Versioned<Team> team, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        if (await rounds.LatestAsync(team.Value, ct) is not { } found) return new CannotCloseCard(CannotCloseReason.NothingOpen);
        var round = found.Value;
        if (round.State == RoundState.Published) return new CannotCloseCard(CannotCloseReason.NothingOpen);
        if (round.TakesAnswersAt(now))
        {
            if (!round.MayCloseEarlyAt(now, shortestOpen)) return new CannotCloseCard(CannotCloseReason.OpenedTooRecently);
            if (await rounds.SaveAsync(round.ClosedEarlyAt(now), found.Version, ct) == SaveOutcome.Conflict) return await AgainAsync(team.Value.Id, ct);
        }
        else if (round.State != RoundState.Open)
        {
            return new CannotCloseCard(CannotCloseReason.AlreadyClosing);
        }

        // Said again after a crash right here, the command does the rest.
        await watch.MakeDueAsync(team.Value.Id, ct);
        return new ClosingCard();
    }

    /// <summary>The round changed meanwhile, by its delivery or by another lead.</summary>
    private async Task<Card> AgainAsync(TeamId id, CancellationToken ct) =>
        await teams.FindAsync(id, ct) is { } team ? await CloseAsync(team, ct) : new CannotCloseCard(CannotCloseReason.NothingOpen);
}
