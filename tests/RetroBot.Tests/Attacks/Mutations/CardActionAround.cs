using RetroBot.Cards;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A button's handler with something done before or after it.</summary>
internal sealed class CardActionAround(ICardAction action, Func<ICardAction, Turn, CardData, CancellationToken, Task<Card>> handle) : ICardAction
{
    public string Verb => action.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => handle(action, turn, data, ct);
}
