using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Digests;

namespace RetroBot.Host.CaseStudies;

/// <summary>
/// Keeps a vote from the recipe in somebody's own chat, where no channel says whose team it is: the card's code does. It was given to whoever asked in the channel, is of use to nobody
/// else, and is destroyed with the key that names voters.
/// </summary>
internal sealed class VoteOnRecipe(DigestDesk digests, ICaseStudyStore studies, StoryVotes votes, VoteKeys keys) : ICardAction
{
    public string Verb => RecipeVote.Verb;

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        // The tenant is the presser's own, whatever the card says.
        if (turn.Team is not null || RecipeVote.Of(data) is not { Ticket: var ticket } vote || !Identifiers.IsValid(ticket.Team)
            || await digests.FindAsync(new TeamId(turn.Tenant, ticket.Team), ticket.On.Round, ct) is not { } digest || !digest.Shows(ticket.On.Story))
            return new RecipeGoneCard();

        var id = new CaseStudyId(digest.Team.Id, ticket.On.Story);
        if (await studies.FindAsync(id, ct) is not { Value: var study }) return new RecipeGoneCard();
        // Without the key the code cannot be checked, and no vote is taken: whoever knows the id, which nobody guesses, has read the case study already.
        if (study.VoteKey is { } key && !await keys.IsTicketAsync(id, key, turn.User, ticket.Code, ct)) return new NotYoursCard();

        var notice = await votes.CastAsync(turn.User, digest.Round, id, StoryTerms.Of(vote.Choice), ct);
        return notice == StoryNotice.StoryGone ? new RecipeGoneCard() : new RecipeCard(RecipeCards.Of(digest.Team, digest.Round, study), ticket, notice);
    }
}
