using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>What the closed rounds of one team in one quarter add up to.</summary>
/// <param name="Rounds">At least one; each has its counts.</param>
/// <param name="IsVisible">Whether a digest of the team shows any share: whoever reads it can subtract that from the organisation's.</param>
public sealed record TeamQuarter(IReadOnlyList<Round> Rounds, bool IsVisible)
{
    /// <param name="rounds">Of all teams of one organisation. A round counts for the quarter in which its week begins, and only while its own counts are kept.</param>
    public static IReadOnlyList<TeamQuarter> All(Quarter quarter, IEnumerable<Round> rounds) =>
    [
        .. rounds.Where(round => round.Tally is not null && Quarter.Of(round.Id.Name.Monday) == quarter)
            .GroupBy(round => round.Id.Team)
            .Select(team => new TeamQuarter([.. team], team.Any(round => round.Digest!.Sections.Any(section => section.Shares is not null)))),
    ];

    /// <summary>The highest that it had.</summary>
    public Threshold Threshold => new(Rounds.Max(round => round.Threshold.Answers));

    public int Answers => Rounds.Sum(round => round.Tally!.Answered);

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
