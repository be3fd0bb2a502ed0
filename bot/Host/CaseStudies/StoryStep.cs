using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CaseStudies;

/// <summary>A button in an author's own chat that looks nothing up: it leads to another card.</summary>
internal sealed class StoryStep(string verb, Func<CardData, Card?> next) : ICardAction
{
    public string Verb => verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        Task.FromResult(turn.Team is null && next(data) is { } card ? card : new NotYoursCard());
}
