using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>Shows the author what the team will see. Nothing is stored.</summary>
internal sealed class PreviewStory(StoryDesk desk) : ICardAction
{
    public string Verb => StoryFormCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        desk.ForAuthorAsync(turn, data, author => StoryCards.ForPassedAsync(data, author, passed =>
            Task.FromResult<Card>(StoryCards.Preview(author, passed, StoryDraft.New()))), ct);
}
