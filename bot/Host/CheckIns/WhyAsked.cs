using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Host.Web;

namespace RetroBot.Host.CheckIns;

internal sealed class WhyAsked(Invitations invitations, PublicAddress address) : ICardAction
{
    public string Verb => WhyAskedCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptAsync(turn, data, checkIn =>
            Task.FromResult<Card>(new WhyAskedCard([new AskingTeam(checkIn.Team.Name, checkIn.Team.AddedBy)], address.Document, CheckInCards.TicketOf(checkIn))), ct);
}
