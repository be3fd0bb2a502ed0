using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.CaseStudies;

/// <summary>Where case studies wait for their team's next close, and what a close does with them.</summary>
internal sealed class StoryShelf(ICaseStudyStore studies, IVoteStore votes, IRoundStore rounds, TimeProvider time)
{
    /// <summary>Which case studies a closing round is to publish, and which of them its digest shows. Changes nothing: the round keeps the choice, and is the only one to.</summary>
    public async Task<PlacedStories> ChooseAsync(RoundId round, CancellationToken ct) =>
        PlacedStories.Of(await studies.OfAsync(round.Team, ct).Select(study => study.Value).Where(study => !study.IsPublished).ToListAsync(ct), round.Name.ToString());

    /// <summary>Publishes what the closed round has chosen, and renews what is shown of the votes on what was published before. Doing it again changes nothing.</summary>
    public async Task PlaceAsync(Round closed, CancellationToken ct)
    {
        do
        {
            var changed = new List<Versioned<CaseStudy>>();
            await foreach (var study in studies.OfAsync(closed.Id.Team, ct))
            {
                if (await PlacedAsync(study.Value, closed, ct) is var placed && placed != study.Value) changed.Add(study with { Value = placed });
            }
            // In an order that means nothing, and together: the store's own time of a row is that of the close.
            RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(changed));
            if (await studies.SaveAsync(changed, ct) == SaveOutcome.Saved) return;
        }
        while (true);
    }

    /// <summary>Ends voting on what was published long enough ago, whether or not the team closes another round: key and votes are destroyed, the bands stay.</summary>
    public async Task EndVotingAsync(TeamId team, CancellationToken ct)
    {
        await foreach (var study in studies.OfAsync(team, ct))
        {
            if (study.Value is not { IsPublished: true, VoteKey: not null } || !await IsAtAsync(study.Value, Voting.SettledAt, ct)) continue;
            // Votes go first: a process that dies in between finds none left, and ends voting then. Where somebody has saved the case study meanwhile, it is looked at again the next time.
            await votes.SweepAsync(study.Value.Id, ct);
            await studies.SaveAsync([study with { Value = study.Value.VotingEnded() }], ct);
        }
    }

    private async Task<CaseStudy> PlacedAsync(CaseStudy study, Round closed, CancellationToken ct) => study switch
    {
        { IsPublished: false } => closed.Stories.Include(study.Id.Value) ? study with { Round = closed.Id.Name } : study,
        { VoteKey: null } => study,
        _ when study.Round == closed.Id.Name => study, // nobody has voted on it yet
        _ when await IsAtAsync(study, Voting.EndsAt, ct) => study,
        _ => study with { Support = study.Support.Renewed(await votes.CountAsync(study.Id, ct), closed.Threshold, closed.Digest?.TwoNumbers?.HasImproved() == true) },
    };

    /// <summary>Whether it is that time. A round that is gone was removed with its team.</summary>
    private async Task<bool> IsAtAsync(CaseStudy study, Func<Round, Instant> moment, CancellationToken ct) =>
        await rounds.FindAsync(new RoundId(study.Id.Team, study.Round!.Value), ct) is not { Value: var round } || time.GetUtcNow().ToInstant() >= moment(round);
}
