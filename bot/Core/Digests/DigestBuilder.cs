using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>Makes the digest of a round from what its answers add up to. What is left out, and why: <see cref="Suppression"/>.</summary>
public static class DigestBuilder
{
    public static Digest Build(Round round, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(tally);

        var (name, threshold) = (round.Id.Name.ToString(), round.Threshold);
        if (!threshold.Allows(tally.Answered)) return new Digest(name, threshold.Answers, Answered: null, [], round.ClosedEarly);

        // Where those who did not use AI are too few to be counted apart, or the others are, no section counts them apart.
        var outcomes = Shares(Splits.Outcomes, tally.Outcomes);
        var apart = outcomes is not null;
        outcomes ??= Shares([Splits.HelpedOrNot], tally.Outcomes);
        List<DigestSection> sections =
        [
            new(DigestQuestion.Outcome, outcomes),
            new(DigestQuestion.Time, Shares(apart ? Splits.Times : [Splits.GainedOrNot], tally.Times)),
            new(DigestQuestion.Changes, Changes(tally, apart, threshold)),
            new(DigestQuestion.Confidence, Shares(apart ? Splits.Confidences : [Splits.CheckedOrNot], tally.Confidences)),
            new(DigestQuestion.Tools, Tools(round.Tools, tally, apart: outcomes is not null, threshold)),
        ];
        if (round.AsksObligation) sections.Add(new(DigestQuestion.Obligation, Suppression.Shares(Splits.Obligations, Count(tally.Obligations), threshold.ForObligation())));

        return new Digest(name, threshold.Answers, GroupBand.Of(tally.Answered, threshold), sections, round.ClosedEarly);

        IReadOnlyList<DigestShare>? Shares<TOption>(IReadOnlyList<Split<TOption>> splits, IReadOnlyDictionary<TOption, int> given)
            where TOption : struct, Enum =>
            Suppression.Shares(splits, Count(given), threshold);

        Func<TOption?, int> Count<TOption>(IReadOnlyDictionary<TOption, int> given)
            where TOption : struct, Enum =>
            option => option is { } one ? given[one] : tally.Answered - given.Values.Sum();
    }

    /// <summary>
    /// Each change is a question of its own, given or not, and both sides must be large enough. A change that is not listed was therefore given by too few or by
    /// nearly all: its absence does not say that nobody gave it.
    /// </summary>
    /// <param name="apart">Whether those who did not use AI are a part of their own.</param>
    private static List<DigestShare>? Changes(Tally tally, bool apart, Threshold threshold)
    {
        List<DigestShare> shown = [];
        foreach (var (change, given) in tally.Changes)
        {
            int[] parts = apart ? [given, tally.AskedMore - given, tally.Answered - tally.AskedMore] : [given, tally.Answered - given];
            if (Suppression.Shares(parts, threshold) is { } shares) shown.Add(new DigestShare(ChangeKeys.Of(change), shares[0]));
        }

        return shown.Count == 0 ? null : shown;
    }

    /// <summary>
    /// Tools that enough people name as having helped them, and all others together as a part of its own; while that part is too small, the smallest tool shown joins it.
    /// Only where AI helped, so that no tool is seen beside a bad outcome.
    /// </summary>
    /// <param name="apart">Whether those whom AI did not help are a part of their own.</param>
    private static List<DigestShare>? Tools(IReadOnlyList<string> offered, Tally tally, bool apart, Threshold threshold)
    {
        var helped = tally.Outcomes[Outcome.Helped];
        var shown = offered.Distinct(StringComparer.Ordinal)
            .Select(tool => (Tool: tool, Count: tally.Tools.GetValueOrDefault(tool)))
            .Where(tool => threshold.Allows(tool.Count))
            .ToList();
        while (shown.Count > 0 && !threshold.Allows(Others())) shown.Remove(shown.MinBy(tool => tool.Count));
        if (shown.Count == 0) return null;

        List<(string Key, int Count, string? Tool)> parts = [.. shown.Select(tool => (ToolKeys.Named, tool.Count, (string?)tool.Tool)), (apart ? ToolKeys.Other : ToolKeys.Others, Others(), null)];
        if (apart) parts.Add((ToolKeys.NotHelped, tally.Answered - helped, null));
        return Suppression.Shares([.. parts.Select(part => part.Count)], threshold) is { } shares
            ? [.. parts.Zip(shares, (part, percent) => new DigestShare(part.Key, percent, part.Tool))]
            : null;

        int Others() => (apart ? helped : tally.Answered) - shown.Sum(tool => tool.Count);
    }
}
