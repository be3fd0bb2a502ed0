using RetroBot.Cards;

namespace RetroBot.Host;

/// <summary>What one button of a card does. The card that is returned replaces the card in place.</summary>
internal interface ICardAction
{
    string Verb { get; }

    Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct);
}
