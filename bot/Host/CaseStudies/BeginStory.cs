using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>Shows the form, or ends kindly what is no case study.</summary>
internal sealed class BeginStory(StoryDesk desk) : ICardAction
{
    public string Verb => PurposeCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        desk.ForAuthorAsync(turn, data, author => Task.FromResult(StoryCards.Of(PurposeCard.Parse(data), author.Context)), ct);
}
