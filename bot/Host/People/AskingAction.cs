using RetroBot.Cards;

namespace RetroBot.Host.People;

/// <summary>A button by which a person says whether to be asked. It concerns nobody but who presses it, so the ticket is not checked: it only leads back to the question.</summary>
internal sealed class AskingAction(string verb, Func<Turn, Ticket?, CancellationToken, Task<Card>> choose) : ICardAction
{
    public string Verb => verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => choose(turn, Ticket.Of(data), ct);
}
