using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>What somebody typed is kept for the card, so that it is there when the card is looked at again, by whomever.</summary>
public sealed class DraftsKept : Mutation
{
    private readonly ConcurrentDictionary<string, Card> drafts = new(StringComparer.Ordinal);

    public override IReadOnlyList<Type> Helps => [typeof(A23AnothersDraft)];

    public override void Change(IServiceCollection services) => Wrap<ICardAction>(services, (action, _) => new CardActionAround(action, async (inner, turn, data, ct) =>
    {
        var code = Ticket.Of(data)?.Code ?? "";
        if (inner.Verb == CheckInCard.OpenVerb && drafts.TryGetValue(code, out var draft)) return draft;
        var card = await inner.HandleAsync(turn, data, ct);
        if (card is CheckInDetailsCard) drafts[code] = card;
        return card;
    }));
}
