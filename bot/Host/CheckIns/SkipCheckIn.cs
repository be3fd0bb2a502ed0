using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CheckIns;

/// <summary>Not this week. Nothing is kept of it: who skips and who is silent look the same.</summary>
internal sealed class SkipCheckIn(Invitations invitations) : ICardAction
{
    public string Verb => SkippedCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptAsync(turn, data, checkIn => Task.FromResult<Card>(new SkippedCard(CheckInCards.TicketOf(checkIn))), ct);
}
