using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>From the preview back to the form: with the redacted text, which is all that the preview carries.</summary>
internal sealed class EditStory(StoryDesk desk) : ICardAction
{
    public string Verb => StoryFormCard.EditVerb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        desk.ForAuthorAsync(turn, data, author => StoryCards.ForPassedAsync(data, author, passed =>
            Task.FromResult<Card>(new StoryFormCard(author.Context, StoryFormCard.EntriesOf(passed.Story)))), ct);
}
