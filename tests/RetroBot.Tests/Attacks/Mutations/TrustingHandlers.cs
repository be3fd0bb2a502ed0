using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Core.People;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Whoever a card's data names is taken for the person who pressed.</summary>
public sealed class TrustingHandlers : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A20ForgedCardData)];

    public override void Change(IServiceCollection services) => Wrap<ICardAction>(services, (action, _) => new CardActionAround(action, (inner, turn, data, ct) =>
        inner.HandleAsync(data.Text("user", longest: 100) is Field<string>.Given(var named) ? turn with { User = new UserId(named) } : turn, data, ct)));
}
