using NodaTime.Extensions;
using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.CaseStudies;

/// <summary>Keeps a vote, wherever it was cast.</summary>
internal sealed class StoryVotes(ICaseStudyStore studies, IVoteStore votes, VoteKeys keys, TimeProvider time)
{
    /// <param name="round">With which the case study was published.</param>
    public async Task<StoryNotice> CastAsync(UserId user, Round round, CaseStudyId id, Vote vote, CancellationToken ct)
    {
        if (await studies.FindAsync(id, ct) is not { Value: var study }) return StoryNotice.StoryGone;
        if (study.VoteKey is not { } key || time.GetUtcNow().ToInstant() >= Voting.EndsAt(round)) return StoryNotice.VotingEnded;

        await votes.SaveAsync(id, await keys.VoterAsync(id, key, user, ct), vote, ct);
        if (await studies.FindAsync(id, ct) is { Value.VoteKey: not null }) return StoryNotice.VoteKept;
        // Withdrawn, or ended, while this vote was on its way.
        await votes.SweepAsync(id, ct);
        return StoryNotice.VotingEnded;
    }
}
