using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>Votes: which of the two, under a name that means nothing without the case study's key.</summary>
internal sealed class VoteStore(Tables tables) : IVoteStore
{
    public static RowKind Votes { get; } = new(Keys.Votes, "a vote on a case study",
        new RowKeys("", Topic.Votes, "tenant, team and case study, and a code of 128 bits that stands for the person under the vote key and means nothing without it", ArePersonal: true), Until.VotingEnds, typeof(VoteRow));

    public Task SaveAsync(CaseStudyId study, VoterKey voter, Vote vote, CancellationToken ct) =>
        tables.Votes.PutAsync(new VoteRow { PartitionKey = Keys.VotesOn(study), RowKey = voter.Value, Vote = vote }, ct);

    public async Task<bool> DeleteAsync(CaseStudyId study, VoterKey voter, CancellationToken ct)
    {
        if (await tables.Votes.FindAsync<VoteRow>(Keys.VotesOn(study), voter.Value, ct) is null) return false;
        await tables.Votes.DeleteAsync(Keys.VotesOn(study), voter.Value, ct);
        return true;
    }

    public async Task<VoteCount> CountAsync(CaseStudyId study, CancellationToken ct)
    {
        var (worked, didNotWork) = (0, 0);
        await foreach (var row in tables.Votes.QueryAsync<VoteRow>(Keys.PartitionFilter(Keys.VotesOn(study)), ct))
        {
            if (row.Vote == Vote.Worked) worked++;
            else didNotWork++;
        }
        return new VoteCount(worked, didNotWork);
    }

    public Task RemoveAsync(TeamId team, CancellationToken ct) => tables.Votes.DeleteAllAsync(Keys.OfTeamFilter(team), ct);

    public Task SweepAsync(CaseStudyId study, CancellationToken ct) => tables.Votes.DeleteAllAsync(Keys.PartitionFilter(Keys.VotesOn(study)), ct);

    private sealed class VoteRow : Row
    {
        [Stored(Topic.Votes, "whether it worked for that person, too", IsPersonal = true)]
        public Vote Vote { get; set; }
    }
}
