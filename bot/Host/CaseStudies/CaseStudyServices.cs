using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Host.Digests;

namespace RetroBot.Host.CaseStudies;

internal static class CaseStudyServices
{
    public static IServiceCollection AddCaseStudies(this IServiceCollection services) => services
        .AddSingleton<VoteKeys>()
        .AddSingleton<TeamMembers>()
        .AddSingleton<StoryDesk>()
        .AddSingleton<StoryShelf>()
        .AddSingleton<DigestPosts>()
        .AddSingleton<DigestCards>()
        .AddSingleton<DigestDesk>()
        .AddSingleton<StoryVotes>()
        .AddSingleton<RecentRecipes>()
        .AddSingleton<RecipeDelivery>()
        .AddSingleton<ICardAction, OpenStory>()
        .AddSingleton<ICardAction, BeginStory>()
        .AddSingleton<ICardAction, PreviewStory>()
        .AddSingleton<ICardAction, EditStory>()
        .AddSingleton<ICardAction, PublishStory>()
        .AddSingleton<ICardAction, WithdrawStory>()
        .AddSingleton<ICardAction, VoteOnStory>()
        .AddSingleton<ICardAction, OpenDigest>()
        .AddSingleton<ICardAction, SendRecipe>()
        .AddSingleton<ICardAction, VoteOnRecipe>()
        .AddStep(DiscardedCard.Verb, data => StoryContext.TeamOf(data) is { } team ? new DiscardedCard(team) : null)
        .AddStep(PublishedCard.Verb, data => StoryTicket.Of(data) is { } ticket ? new PublishedCard(ticket, IsKept: true) : null)
        .AddStep(WithdrawCard.OpenVerb, data => StoryTicket.Of(data) is { } ticket ? new WithdrawCard(ticket) : null);

    private static IServiceCollection AddStep(this IServiceCollection services, string verb, Func<CardData, Card?> next) =>
        services.AddSingleton<ICardAction>(new StoryStep(verb, next));
}
