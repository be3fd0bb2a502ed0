using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>Makes the sections of a digest from what a round's answers add up to. What is left out, and why: <see cref="Suppression"/>.</summary>
public static class DigestSections
{
    /// <summary>One a question, in the order of <see cref="DigestQuestion"/>, whether the round asked it or not.</summary>
    /// <param name="tools">What the round offered.</param>
    public static IReadOnlyList<DigestSection> Of(Tally tally, IReadOnlyList<string> tools, Threshold threshold)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(tools);

        // Where those who did not use AI are too few to be counted apart, or the others are, no section counts them apart.
        var outcomes = Shares(Splits.Outcomes, tally.Outcomes, threshold);
        var apart = outcomes is not null;
        outcomes ??= Shares([Splits.HelpedOrNot], tally.Outcomes, threshold);
        return
        [
            new(DigestQuestion.Outcome, outcomes),
            new(DigestQuestion.Time, Shares(apart ? Splits.Times : [Splits.GainedOrNot], tally.Times, threshold)),
            new(DigestQuestion.Changes, Changes(tally, apart, threshold)),
            new(DigestQuestion.Confidence, Shares(apart ? Splits.Confidences : [Splits.CheckedOrNot], tally.Confidences, threshold)),
            new(DigestQuestion.Tools, Tools(tools, tally, apart: outcomes is not null, threshold)),
            new(DigestQuestion.Obligation, Shares(Splits.Obligations, tally.Obligations, threshold.ForObligation())),
        ];

        IReadOnlyList<DigestShare>? Shares<TOption>(IReadOnlyList<Split<TOption>> splits, IReadOnlyDictionary<TOption, int> given, Threshold least)
            where TOption : struct, Enum =>
            Suppression.Shares(splits, option => tally.Gave(given, option), least);
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
