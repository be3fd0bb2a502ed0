using RetroBot.Cards;
using RetroBot.Cards.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Offers a tool again from the next round on. Pressed again it changes nothing.</summary>
internal sealed class OfferToolAgain(LeadDesk desk, ToolsDesk tools) : ICardAction
{
    public string Verb => ToolsCard.OfferVerb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => desk.ForLeadAsync(turn, async team =>
        ToolsCard.ToolOf(data) is { } tool && await tools.SaveAsync(team, now => now.Without(tool), ct) is { } card ? card : new OldCardCard(), ct);
}
