using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host.Digests;

namespace RetroBot.Host.CaseStudies;

/// <summary>Keeps a vote from the channel. The reply is the digest as everybody sees it, with a line for the presser and never a count.</summary>
internal sealed class VoteOnStory(ITeamStore teams, IRoundStore rounds, ICaseStudyStore studies, IVoteStore votes, VoteKeys keys, DigestCards cards, TimeProvider time) : ICardAction
{
    public string Verb => StoryVote.Verb;

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        // The team is where the button was pressed, never what a card says.
        if (turn.Team is not { } id || StoryVote.Of(data) is not { } vote || !RoundName.TryParse(vote.Round, out var name)
            || await teams.FindAsync(id, ct) is not { Value: var team } || await rounds.FindAsync(new RoundId(id, name), ct) is not { Value: { Digest: not null } round }
            || !round.Stories.Shown.Contains(vote.Story, StringComparer.Ordinal))
            return new NotYoursCard();

        var notice = await CastAsync(turn, round, new CaseStudyId(id, vote.Story), StoryTerms.Of(vote.Choice), ct);
        return await cards.OfAsync(team, round, notice, ct);
    }

    private async Task<VoteNotice> CastAsync(Turn turn, Round round, CaseStudyId id, Vote vote, CancellationToken ct)
    {
        if (await studies.FindAsync(id, ct) is not { Value: var study }) return VoteNotice.StoryGone;
        if (study.VoteKey is not { } key || time.GetUtcNow().ToInstant() >= Voting.EndsAt(round)) return VoteNotice.VotingEnded;

        await votes.SaveAsync(id, await keys.VoterAsync(id, key, turn.User, ct), vote, ct);
        if (await studies.FindAsync(id, ct) is { Value.VoteKey: not null }) return VoteNotice.Kept;
        // Withdrawn, or ended, while this vote was on its way.
        await votes.SweepAsync(id, ct);
        return VoteNotice.VotingEnded;
    }
}
