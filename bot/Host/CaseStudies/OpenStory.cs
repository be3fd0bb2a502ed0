using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>Asks what the task was for.</summary>
internal sealed class OpenStory(StoryDesk desk) : ICardAction
{
    public string Verb => PurposeCard.OpenVerb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        desk.ForAuthorAsync(turn, data, author => Task.FromResult<Card>(new PurposeCard(author.Context)), ct);
}
