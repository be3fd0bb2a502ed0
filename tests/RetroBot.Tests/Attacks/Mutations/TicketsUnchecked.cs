using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Core.Rounds;
using RetroBot.Host;
using RetroBot.Host.Privacy;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A card's code is not checked: any opens the round that the card names. (Any is made the right one before it is checked.)</summary>
public sealed class TicketsUnchecked : Mutation
{
    private static readonly string[] Inputs = ["outcome", "time", "changes", "confidence", "tool", "obligation"];

    public override IReadOnlyList<Type> Helps => [typeof(A20ForgedCardData), typeof(A21SomebodyElsesCard)];

    public override void Change(IServiceCollection services) => Wrap<ICardAction>(services, (action, provider) => !action.Verb.StartsWith("check-in.", StringComparison.Ordinal)
        ? action
        : new CardActionAround(action, async (inner, turn, data, ct) => await inner.HandleAsync(turn, await RightAsync(turn, data, provider, ct), ct)));

    private static async Task<CardData> RightAsync(Turn turn, CardData data, IServiceProvider provider, CancellationToken ct)
    {
        if (Ticket.Of(data) is not { } ticket || !RoundName.TryParse(ticket.Round, out var name)) return data;
        var id = new RoundId(new TeamId(turn.Tenant, ticket.Team), name);
        if (await provider.GetRequiredService<IRoundStore>().FindAsync(id, ct) is not { Value.Key: { } wrapped }) return data;
        using var key = await provider.GetRequiredService<RoundKeys>().UnwrapAsync(id, wrapped, ct);
        var right = new JsonObject { ["team"] = ticket.Team, ["round"] = ticket.Round, ["ticket"] = key.TicketOf(turn.User) };
        foreach (var input in Inputs)
        {
            if (data.Text(input, longest: 1000) is Field<string>.Given(var text)) right[input] = text;
        }
        return new CardData(JsonSerializer.SerializeToElement(right));
    }
}
