using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Host.Digests;

namespace RetroBot.Host.CaseStudies;

/// <summary>Keeps a vote from the channel. The reply is the digest as everybody sees it, with a line for the presser and never a count.</summary>
internal sealed class VoteOnStory(DigestDesk digests, StoryVotes votes, DigestCards cards) : ICardAction
{
    public string Verb => StoryVote.Verb;

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        // The team is where the button was pressed, never what a card says.
        if (turn.Team is not { } team || StoryVote.Of(data) is not { } vote || await digests.FindAsync(team, vote.On.Round, ct) is not { } digest || !digest.Shows(vote.On.Story))
            return new NotYoursCard();

        var notice = await votes.CastAsync(turn.User, digest.Round, new CaseStudyId(team, vote.On.Story), StoryTerms.Of(vote.Choice), ct);
        return await cards.OfAsync(digest.Team, digest.Round, new OwnView(notice), ct);
    }
}
