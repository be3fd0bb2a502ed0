using RetroBot.Cards;

namespace RetroBot.Host.People;

/// <summary>A button by which a person says whether to be asked. It needs no ticket: it concerns nobody but who presses it.</summary>
internal sealed class AskingAction(string verb, Func<Turn, CancellationToken, Task<Card>> choose) : ICardAction
{
    public string Verb => verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => choose(turn, ct);
}
