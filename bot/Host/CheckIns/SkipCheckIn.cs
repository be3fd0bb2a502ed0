using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Commands;

namespace RetroBot.Host.CheckIns;

/// <summary>Not this time. Nothing is kept of it: who skips and who is silent look the same.</summary>
internal sealed class SkipCheckIn(Invitations invitations) : ICardAction, ICommand
{
    public string Verb => SkippedCard.Verb;

    public Command Name => Command.Skip;

    public bool InChannel => false;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => Task.FromResult<Card>(new SkippedCard());

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptAsync(turn, data, checkIn => Task.FromResult<Card>(new SkippedCard(CheckInCards.TicketOf(checkIn))), ct);
}
