using RetroBot.Cards;
using RetroBot.Cards.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Offers a tool again from the next round on. Pressed again it changes nothing.</summary>
internal sealed class OfferToolAgain(LeadDesk desk, ToolsDesk tools) : ICardAction
{
    public string Verb => ToolsCard.OfferVerb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => desk.ForLeadAsync(turn, async team =>
    {
        if (ToolsCard.ToolOf(data) is not { } tool || await tools.SaveAsync(team, now => now.Without(tool), ct) is not { } card) return new OldCardCard();
        // Setup may have taken it off the list meanwhile.
        return card.Context.Tools.Contains(tool, StringComparer.Ordinal) ? card with { Offered = tool } : card;
    }, ct);
}
