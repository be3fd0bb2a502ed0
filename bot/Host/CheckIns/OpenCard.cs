using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CheckIns;

/// <summary>Shows the first step again: to answer, or to change an answer.</summary>
internal sealed class OpenCard(Invitations invitations) : ICardAction
{
    public string Verb => CheckInCard.OpenVerb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptAsync(turn, data, checkIn => Task.FromResult<Card>(new CheckInCard(CheckInCards.ContextOf(checkIn))), ct);
}
