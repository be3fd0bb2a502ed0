using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Digests;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Host.Digests;

/// <summary>Fills the digest's cards.</summary>
internal sealed class DigestCards(ICaseStudyStore studies)
{
    /// <summary>Stands in the channel until the digest replaces it.</summary>
    public static Card Notice(Round round) => new DigestClosingCard(round.Id.Name.Monday.ToDateOnly());

    /// <param name="own">For whoever has just pressed a button, and then with what is shown of the votes: the post in the channel is of its day and stays so. Null for the channel.</param>
    public async Task<Card> OfAsync(Team team, Round round, OwnView? own, CancellationToken ct)
    {
        var stories = new List<DigestStory>();
        foreach (var id in round.Stories.Shown)
        {
            if (await studies.FindAsync(new CaseStudyId(team.Id, id), ct) is { Value: var study }) stories.Add(Of(study, withSupport: own is not null));
        }
        return Of(team, round) with { Stories = stories, Withdrawn = stories.Count < round.Stories.Shown.Count, Own = own };
    }

    public static DigestStory Of(CaseStudy study, bool withSupport)
    {
        var support = withSupport ? study.Support : Support.None;
        return new DigestStory(
            study.Id.Value, StoryTerms.Of(study.Story, withName: study.Signature is not null), study.Signature,
            StoryTerms.Of(VerificationLadder.Reached(support, study.Story)), Of(support.Worked.Band), Of(support.DidNotWork.Band), TakesVotes: study.VoteKey is not null);
    }

    private static DigestCard.Band? Of(GroupBand? band) => band is null ? null : new DigestCard.Band(band.From, band.To);

    private static DigestCard Of(Team team, Round round)
    {
        var digest = round.Digest ?? throw new InvalidOperationException("A closed round has a digest.");
        return new DigestCard(
            team.Name, digest.Round, round.Id.Name.Monday.ToDateOnly(), digest.Threshold,
            Of(digest.Answered),
            [.. digest.Sections.Select(Of)],
            digest.ClosedEarly,
            WeekOf(digest.AsIn))
        {
            Changed = digest.Changed?.Text,
            Outcome = digest.TwoNumbers is { } two ? OutcomeTerms.Of(two) : null,
            Trend = digest.Trend is { } trend ? new DigestTrend([.. trend.Lines.Select(line => new DigestTrend.Line(line.Key, line.Percent, line.Before))]) : null,
        };
    }

    private static DigestCard.Section Of(DigestSection section) => new(
        Of(section.Question),
        section.Shares is null ? null : [.. section.Shares.Select(share => new DigestCard.Share(share.Key, share.Percent, share.Tool))],
        WeekOf(section.AsIn));

    private static DigestCard.Week? WeekOf(string? round) => RoundName.TryParse(round, out var name) ? new DigestCard.Week(name.ToString(), name.Monday.ToDateOnly()) : null;

    private static DigestCard.Question Of(DigestQuestion question) => question switch
    {
        DigestQuestion.Outcome => DigestCard.Question.Outcome,
        DigestQuestion.Time => DigestCard.Question.Time,
        DigestQuestion.Changes => DigestCard.Question.Changes,
        DigestQuestion.Confidence => DigestCard.Question.Confidence,
        DigestQuestion.Tools => DigestCard.Question.Tools,
        DigestQuestion.Obligation => DigestCard.Question.Obligation,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };
}
