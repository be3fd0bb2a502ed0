using RetroBot.Core.CaseStudies;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class VoteStoreContract : StoreContract
{
    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task Of_one_voter_the_latest_vote_counts(string team)
    {
        var study = Samples.CaseStudyId(1, Samples.TeamId(team));
        foreach (var vote in (Vote[])[Vote.Worked, Vote.Worked, Vote.DidNotWork]) await Stores.Votes.SaveAsync(study, Samples.Voter(1), vote, Ct);
        await Stores.Votes.SaveAsync(study, Samples.Voter(2), Vote.Worked, Ct);
        Assert.Equal(new VoteCount(1, 1), await Stores.Votes.CountAsync(study, Ct));
    }

    [Fact]
    public async Task Votes_at_once_are_all_counted_once()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), Ct, async (i, ct) => await Stores.Votes.SaveAsync(Samples.CaseStudyId(1), Samples.Voter(i % 50), i % 2 == 0 ? Vote.Worked : Vote.DidNotWork, ct));
        Assert.Equal(new VoteCount(25, 25), await Stores.Votes.CountAsync(Samples.CaseStudyId(1), Ct));
    }

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task A_vote_is_taken_back_alone_and_once(string team)
    {
        var study = Samples.CaseStudyId(1, Samples.TeamId(team));
        foreach (var voter in (int[])[1, 2]) await Stores.Votes.SaveAsync(study, Samples.Voter(voter), Vote.Worked, Ct);
        Assert.True(await Stores.Votes.DeleteAsync(study, Samples.Voter(1), Ct));
        Assert.False(await Stores.Votes.DeleteAsync(study, Samples.Voter(1), Ct));
        Assert.Equal(new VoteCount(1, 0), await Stores.Votes.CountAsync(study, Ct));
    }

    [Fact]
    public async Task A_sweep_deletes_the_votes_on_one_case_study_and_does_nothing_the_second_time()
    {
        foreach (var number in (int[])[1, 2]) await Stores.Votes.SaveAsync(Samples.CaseStudyId(number), Samples.Voter(1), Vote.Worked, Ct);
        for (var time = 0; time < 2; time++)
        {
            await Stores.Votes.SweepAsync(Samples.CaseStudyId(1), Ct);
            Assert.Equal(default, await Stores.Votes.CountAsync(Samples.CaseStudyId(1), Ct));
            Assert.Equal(new VoteCount(1, 0), await Stores.Votes.CountAsync(Samples.CaseStudyId(2), Ct));
        }
    }
}
