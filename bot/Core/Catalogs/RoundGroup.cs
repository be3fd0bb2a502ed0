using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>
/// Closed rounds of one team that a figure counts together or not at all: a round whose digest shows something, alone, since whoever reads the digest can subtract it; or all of a
/// team's rounds of which nothing is shown.
/// </summary>
/// <param name="Rounds">At least one; each has the counts that count.</param>
/// <param name="IsVisible">Whether the digest shows any share.</param>
public sealed record RoundGroup(IReadOnlyList<Round> Rounds, bool IsVisible)
{
    public TeamId Team => Rounds[0].Id.Team;

    /// <summary>The highest that they had.</summary>
    public Threshold Threshold => new(Rounds.Max(round => round.Threshold.Answers));

    public int Answers => Rounds.Sum(round => round.Tally!.Answered);

    /// <param name="rounds">Those to be counted. One without counts, or whose digest shows numbers of which the counts are gone, is in no group.</param>
    /// <param name="known">Every round of these teams that has counts, also earlier ones.</param>
    /// <param name="question">A question that is counted.</param>
    public static IReadOnlyList<RoundGroup> All(IEnumerable<Round> rounds, IReadOnlyDictionary<RoundId, Round> known, DigestQuestion question)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(known);
        return
        [
            .. rounds.Where(round => round is { Tally: not null, Digest: not null })
                .Select(round => (Round: IsRead(round) ? AsRead(round) : round, IsVisible: IsRead(round)))
                .Where(round => round.Round is not null)
                .GroupBy(round => (round.IsVisible, Key: round.IsVisible ? (object)round.Round!.Id : round.Round!.Id.Team))
                .Select(group => new RoundGroup([.. group.Select(round => round.Round!)], group.Key.IsVisible)),
        ];

        static bool IsRead(Round round) => round.Digest!.Sections.Any(section => section.Shares is not null);

        // Where a digest shows earlier numbers, since too few answers differ, those are counted: what a digest keeps back is not to be had here either.
        Round? AsRead(Round round)
        {
            var asIn = question == DigestQuestion.Obligation ? round.Digest!.Sections.FirstOrDefault(section => section.Question == question)?.AsIn : round.Digest!.AsIn;
            if (asIn is null) return round;
            return RoundName.TryParse(asIn, out var name) && known.TryGetValue(round.Id with { Name = name }, out var stands) ? round with { Tally = stands.Tally } : null;
        }
    }

    public IReadOnlyList<int> AnswersBy(Parting parting) => Each(parting, counts => counts.Sum());

    /// <summary>
    /// How many people each part rests on, at the least: as many as gave it in one round. Over a quarter one person answers many times, and that must not look like many.
    /// </summary>
    public IReadOnlyList<int> PeopleBy(Parting parting) => Each(parting, counts => counts.Max());

    private IReadOnlyList<int> Each(Parting parting, Func<IEnumerable<int>, int> together)
    {
        ArgumentNullException.ThrowIfNull(parting);
        var counts = Rounds.Select(round => parting.Count(round.Tally!)).ToList();
        return [.. Enumerable.Range(0, counts[0].Count).Select(part => together(counts.Select(count => count[part])))];
    }
}
