using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Commands;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.People;
using RetroBot.Host.Privacy;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.CheckIns;

/// <summary>Shows the card of the round that is open for whoever asks, also to somebody who has paused or stopped: they were not asked, they asked.</summary>
internal sealed class CheckInCommand(IPreferenceStore preferences, OwnRounds rounds, TeamsOfPerson teams, Outlooks outlooks, RoundKeys keys, TimeProvider time) : ICommand
{
    public Command Name => Command.CheckIn;

    public bool InChannel => false;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        var isNotAsked = !(await preferences.OfAsync(turn.Tenant, turn.User, ct)).AllowAskingAt(now);
        var open = isNotAsked ? [] : await rounds.PlannedAsync(turn, ct);
        if (open.Count == 0)
        {
            var memberships = await teams.FindAsync(turn.Tenant, turn.User, ct);
            open = await rounds.OfAsync(memberships, ct);
            if (open.Count == 0) return new NoCheckInCard(await outlooks.OfAsync(memberships, now, ct));
        }

        var contexts = new List<CheckInContext>();
        foreach (var (team, round) in open) contexts.Add(await ContextAsync(turn, team, round, ct) with { IsNotAsked = isNotAsked });
        return contexts is [var only]
            ? new CheckInCard(only)
            : new ChooseCheckInCard([.. contexts.OrderBy(one => one.TeamName, StringComparer.Ordinal).Select(one => new OpenRound(one.Ticket, one.TeamName, one.Closes))], isNotAsked);
    }

    private async Task<CheckInContext> ContextAsync(Turn turn, Team team, Round round, CancellationToken ct)
    {
        using var key = await keys.UnwrapAsync(round.Id, round.Key!, ct);
        return CheckInCards.ContextOf(team, round, key.TicketOf(turn.User));
    }
}
