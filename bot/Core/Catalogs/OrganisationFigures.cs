using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>
/// What an organisation reads of a quarter. Made once, when the quarter is over, and kept as it is: made again with a round that came late, it could be subtracted from itself.
/// Who is counted: <see cref="Inclusion"/>. Tools are not in it, since each team has a list of its own.
/// </summary>
/// <param name="Quarter">Such as <c>2026-Q4</c>.</param>
/// <param name="Figures">One a question, and one a change, always in the same order.</param>
public sealed record OrganisationFigures(string Quarter, IReadOnlyList<OrganisationFigure> Figures)
{
    private const int SmallestTeamBand = 2;

    /// <summary>The figures of a quarter that is over.</summary>
    /// <param name="rounds">Of all teams of one organisation, in any order.</param>
    public static OrganisationFigures Of(Quarter quarter, IEnumerable<Round> rounds)
    {
        var teams = TeamQuarter.All(quarter, rounds);
        var asked = teams.Select(team => team with { Rounds = [.. team.Rounds.Where(round => round.AsksObligation)] }).Where(team => team.Rounds.Count > 0).ToList();

        // As in a digest: those who did not use AI are counted apart by every figure or by none.
        var (apart, together) = (Ways(Splits.Outcomes, tally => tally.Outcomes), Parting.Of(Splits.HelpedOrNot, tally => tally.Outcomes));
        var outcomes = Inclusion.Of(teams, [.. apart, together], threshold => threshold);
        var isApart = outcomes is not null && outcomes.Parting != together;
        return new(quarter.ToString(),
        [
            Figure(DigestQuestion.Outcome, teams, outcomes),
            Figure(DigestQuestion.Time, teams, Included(Ways(isApart ? Splits.Times : [Splits.GainedOrNot], tally => tally.Times))),
            .. Enum.GetValues<Change>().Select(change => Figure(DigestQuestion.Changes, teams, Included([Parting.Of(change, isApart)]))),
            Figure(DigestQuestion.Confidence, teams, Included(Ways(isApart ? Splits.Confidences : [Splits.CheckedOrNot], tally => tally.Confidences))),
            Figure(DigestQuestion.Obligation, asked, Inclusion.Of(asked, Ways(Splits.Obligations, tally => tally.Obligations), threshold => threshold.ForObligation())),
        ]);

        Inclusion? Included(IReadOnlyList<Parting> partings) => Inclusion.Of(teams, partings, threshold => threshold);

        static List<Parting> Ways<TOption>(IReadOnlyList<Split<TOption>> splits, Func<Tally, IReadOnlyDictionary<TOption, int>> question)
            where TOption : struct, Enum =>
            [.. splits.Select(split => Parting.Of(split, question))];
    }

    public bool Equals(OrganisationFigures? other) =>
        other is not null && string.Equals(Quarter, other.Quarter, StringComparison.Ordinal) && Figures.SequenceEqual(other.Figures);

    public override int GetHashCode() => HashCode.Combine(Quarter, Figures.Count);

    private static OrganisationFigure Figure(DigestQuestion question, IReadOnlyList<TeamQuarter> all, Inclusion? included)
    {
        if (included is null) return new(question, Shares: null, Teams: null, Answers: null, LeftOut.AllTeams);

        var (parting, teams) = (included.Parting, included.Teams);
        var threshold = new Threshold(teams.Max(team => team.Threshold.Answers));
        var counts = teams.Select(team => team.AnswersBy(parting)).Aggregate((one, other) => [.. one.Zip(other, (first, second) => first + second)]);
        var shares = Suppression.Shares(counts, threshold) ?? throw new InvalidOperationException("Each part of a team that is counted is large enough.");
        return new(
            question,
            [.. parting.Keys.Zip(shares, (key, percent) => new DigestShare(key, percent))],
            teams.Count < Threshold.Lowest ? new GroupBand(SmallestTeamBand, Threshold.Lowest - 1) : GroupBand.Of(teams.Count, new Threshold(Threshold.Lowest)),
            GroupBand.Of(teams.Sum(team => team.Answers), threshold),
            teams.Count == all.Count ? LeftOut.Nobody : LeftOut.SomeTeams);
    }
}
