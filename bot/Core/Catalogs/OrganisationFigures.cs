using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>
/// What an organisation reads of a quarter. Made once, when the quarter is over, and kept as it is: made again with a round that came late, it could be subtracted from itself.
/// What is counted: <see cref="Inclusion"/>. The tools of answers are not in it, since each team has a list of its own.
/// </summary>
/// <param name="Quarter">Such as <c>2026-Q4</c>.</param>
/// <param name="Figures">One a question, and one a change, always in the same order.</param>
public sealed record OrganisationFigures(string Quarter, IReadOnlyList<OrganisationFigure> Figures)
{
    private const int SmallestTeamBand = 2;

    /// <summary>The tools that teams do without: of those that held a round in the quarter, as they stood when this was made.</summary>
    public IReadOnlyList<OptOutFigure> OptOuts { get; init; } = [];

    /// <summary>The figures of a quarter that is over.</summary>
    /// <param name="rounds">Of all teams of one organisation, in any order. A round counts for the quarter in which its week begins; of earlier ones numbers may still stand.</param>
    public static OrganisationFigures Of(Quarter quarter, IReadOnlyCollection<Round> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        var known = rounds.Where(round => round.Tally is not null).ToDictionary(round => round.Id);
        var all = rounds.Where(round => quarter.Includes(round.Id.Name)).ToList();
        var asked = all.Where(round => round.AsksObligation).ToList();
        var groups = RoundGroup.All(all, known, DigestQuestion.Outcome);

        // As in a digest: those who did not use AI are counted apart by every figure or by none.
        var (apart, together) = (Ways(Splits.Outcomes, tally => tally.Outcomes), Parting.Of(Splits.HelpedOrNot, tally => tally.Outcomes));
        var outcomes = Included([.. apart, together]);
        var isApart = outcomes is not null && outcomes.Parting != together;
        return new(quarter.ToString(),
        [
            Figure(DigestQuestion.Outcome, all, outcomes),
            Figure(DigestQuestion.Time, all, Included(Ways(isApart ? Splits.Times : [Splits.GainedOrNot], tally => tally.Times))),
            .. Enum.GetValues<Change>().Select(change => Figure(DigestQuestion.Changes, all, Included([Parting.Of(change, isApart)]), ChangeKeys.Of(change))),
            Figure(DigestQuestion.Confidence, all, Included(Ways(isApart ? Splits.Confidences : [Splits.CheckedOrNot], tally => tally.Confidences))),
            Figure(DigestQuestion.Obligation, asked, Inclusion.Of(
                RoundGroup.All(asked, known, DigestQuestion.Obligation), Ways(Splits.Obligations, tally => tally.Obligations), threshold => threshold.ForObligation())),
        ]);

        Inclusion? Included(IReadOnlyList<Parting> partings) => Inclusion.Of(groups, partings, threshold => threshold);

        static List<Parting> Ways<TOption>(IReadOnlyList<Split<TOption>> splits, Func<Tally, IReadOnlyDictionary<TOption, int>> question)
            where TOption : struct, Enum =>
            [.. splits.Select(split => Parting.Of(split, question))];
    }

    public bool Equals(OrganisationFigures? other) =>
        other is not null && string.Equals(Quarter, other.Quarter, StringComparison.Ordinal) && Figures.SequenceEqual(other.Figures) && OptOuts.SequenceEqual(other.OptOuts);

    public override int GetHashCode() => HashCode.Combine(Quarter, Figures.Count);

    private static OrganisationFigure Figure(DigestQuestion question, List<Round> all, Inclusion? included, string? change = null)
    {
        if (included is null) return new(question, change, Shares: null, Teams: null, Answers: null, LeftOut.Everything);

        var (parting, groups) = (included.Parting, included.Groups);
        var threshold = new Threshold(groups.Max(group => group.Threshold.Answers));
        var counts = groups.Select(group => group.AnswersBy(parting)).Aggregate((one, other) => [.. one.Zip(other, (first, second) => first + second)]);
        var shares = Suppression.Shares(counts, threshold) ?? throw new InvalidOperationException("Each part that is counted is large enough.");
        return new(
            question,
            change,
            [.. parting.Keys.Zip(shares, (key, percent) => new DigestShare(key, percent))],
            included.Teams < Threshold.Lowest ? new GroupBand(SmallestTeamBand, Threshold.Lowest - 1) : GroupBand.Of(included.Teams, new Threshold(Threshold.Lowest)),
            GroupBand.Of(groups.Sum(group => group.Answers), threshold),
            groups.Sum(group => group.Rounds.Count) == all.Count ? LeftOut.Nothing : LeftOut.SomeRounds);
    }
}
