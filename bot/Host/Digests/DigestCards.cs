using RetroBot.Cards;
using RetroBot.Cards.Digests;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Digests;

/// <summary>Fills the digest's cards.</summary>
internal static class DigestCards
{
    /// <summary>Stands in the channel until the digest replaces it.</summary>
    public static Card Notice(Round round) => new DigestClosingCard(round.Id.Name.Monday.ToDateOnly());

    public static Card Of(Team team, Round round)
    {
        var digest = round.Digest ?? throw new InvalidOperationException("A closed round has a digest.");
        return new DigestCard(
            team.Name, digest.Round, round.Id.Name.Monday.ToDateOnly(), digest.Threshold,
            digest.Answered is { } band ? new DigestCard.Band(band.From, band.To) : null,
            [.. digest.Sections.Select(Of)],
            digest.ClosedEarly,
            WeekOf(digest.AsIn));
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
