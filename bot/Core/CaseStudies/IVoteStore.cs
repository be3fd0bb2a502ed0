using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>Keeps the votes on case studies, while voting lasts.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IVoteStore
{
    /// <summary>Keeps one vote per voter and case study; the latest wins.</summary>
    Task SaveAsync(CaseStudyId study, VoterKey voter, Vote vote, CancellationToken ct);

    /// <summary>Takes one voter's vote back. Whether there was one.</summary>
    Task<bool> DeleteAsync(CaseStudyId study, VoterKey voter, CancellationToken ct);

    Task<VoteCount> CountAsync(CaseStudyId study, CancellationToken ct);

    /// <summary>Deletes every vote on any of a team's case studies. Does nothing the second time.</summary>
    Task RemoveAsync(TeamId team, CancellationToken ct);

    /// <summary>Deletes every vote on a case study. Does nothing the second time.</summary>
    Task SweepAsync(CaseStudyId study, CancellationToken ct);
}
