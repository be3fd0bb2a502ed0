using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.CheckIns;

/// <summary>Finds the round that a card belongs to, and whether it is the presser's own card.</summary>
internal sealed class Invitations(ITeamStore teams, IRoundStore rounds, RoundKeys keys, TimeProvider time)
{
    /// <summary>Runs <paramref name="work"/> if the card is the presser's own and its round is open; else answers with a card that says which it is not.</summary>
    public Task<Card> AcceptAsync(Turn turn, CardData data, Func<OpenCheckIn, Task<Card>> work, CancellationToken ct) =>
        AcceptAsync(turn, data, async id => (await rounds.FindAsync(id, ct))?.Value, async id => (await teams.FindAsync(id, ct))?.Value, work, ct);

    /// <summary>The same for work that saves an answer, going by what was read some seconds ago at the most: where the round is over by now, the store refuses the answer.</summary>
    public Task<Card> AcceptToSaveAsync(Turn turn, CardData data, Func<OpenCheckIn, Task<Card>> work, CancellationToken ct) =>
        AcceptAsync(turn, data, id => rounds.FindRecentAsync(id, ct), id => teams.FindRecentAsync(id, ct), work, ct);

    private async Task<Card> AcceptAsync(
        Turn turn, CardData data, Func<RoundId, Task<Round?>> findRound, Func<TeamId, Task<Team?>> findTeam, Func<OpenCheckIn, Task<Card>> work, CancellationToken ct)
    {
        if (Ticket.Of(data) is not { } ticket || !RoundName.TryParse(ticket.Round, out var name) || !Core.People.Identifiers.IsValid(ticket.Team)) return new NotYoursCard();

        // The tenant is the presser's own, whatever the card says: a card of another tenant finds no round.
        var id = new RoundId(new TeamId(turn.Tenant, ticket.Team), name);
        if (await findRound(id) is not { } round || await findTeam(id.Team) is not { } team) return new NotYoursCard();
        if (!round.TakesAnswersAt(time.GetUtcNow().ToInstant()) || round.Key is not { } wrapped) return new RoundOverCard(team.Name);

        using var key = await keys.UnwrapAsync(id, wrapped, ct);
        return key.IsTicketOf(turn.User, ticket.Code) ? await work(new OpenCheckIn(turn, team, round, key)) : new NotYoursCard();
    }
}
