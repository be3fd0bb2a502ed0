using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>What cannot be read is a fault whose message quotes it, so that somebody can find out what was wrong.</summary>
public sealed class QuotingFaults : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A19PoisonedText)];

    public override void Change(IServiceCollection services) => Wrap<ICardAction>(services, (action, _) => new CardActionAround(action, (inner, turn, data, ct) =>
        inner.Verb == CheckInDetailsCard.Verb && CheckInCard.Parse(data) is null && data.Text("outcome", longest: 1000) is Field<string>.Given(var text)
            ? throw new FormatException($"'{text}' is not an outcome.")
            : inner.HandleAsync(turn, data, ct)));
}
