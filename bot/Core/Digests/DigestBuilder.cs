using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>Makes the digest of a round from its answers, in whatever order they come. What is left out, and why: <see cref="Suppression"/>.</summary>
public static class DigestBuilder
{
    public static Digest Build(Round round, IReadOnlyCollection<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(answers);

        var (name, threshold) = (round.Id.Name.ToString(), round.Threshold);
        if (!threshold.Allows(answers.Count)) return new Digest(name, threshold.Answers, Answered: null, [], round.ClosedEarly);

        // Where those who did not use AI are too few to be counted apart, or the others are, no section counts them apart.
        var outcomes = Shares(Splits.Outcomes, answer => answer.Outcome);
        var apart = outcomes is not null;
        outcomes ??= Shares([Splits.HelpedOrNot], answer => answer.Outcome);
        List<DigestSection> sections =
        [
            new(DigestQuestion.Outcome, outcomes),
            new(DigestQuestion.Time, Shares(apart ? Splits.Times : [Splits.GainedOrNot], answer => (answer as Answer.Full)?.Time)),
            new(DigestQuestion.Changes, Changes(answers, apart, threshold)),
            new(DigestQuestion.Confidence, Shares(apart ? Splits.Confidences : [Splits.CheckedOrNot], answer => (answer as Answer.Full)?.Confidence)),
            new(DigestQuestion.Tools, Tools(round.Tools, answers, apart: outcomes is not null, threshold)),
        ];
        if (round.AsksObligation)
            sections.Add(new(DigestQuestion.Obligation, Suppression.Shares(Splits.Obligations, option => answers.Count(answer => answer.Obligation == option), threshold.ForObligation())));

        return new Digest(name, threshold.Answers, GroupBand.Of(answers.Count, threshold), sections, round.ClosedEarly);

        IReadOnlyList<DigestShare>? Shares<TOption>(IReadOnlyList<Split<TOption>> splits, Func<Answer, TOption?> given)
            where TOption : struct, Enum =>
            Suppression.Shares(splits, option => answers.Count(answer => Nullable.Equals(given(answer), option)), threshold);
    }

    /// <summary>
    /// Each change is a question of its own, given or not, and both sides must be large enough. A change that is not listed was therefore given by too few or by
    /// nearly all: its absence does not say that nobody gave it.
    /// </summary>
    /// <param name="apart">Whether those who did not use AI are a part of their own.</param>
    private static List<DigestShare>? Changes(IReadOnlyCollection<Answer> answers, bool apart, Threshold threshold)
    {
        List<DigestShare> shown = [];
        var asked = answers.OfType<Answer.Full>().ToList();
        foreach (var change in Enum.GetValues<Change>())
        {
            var given = asked.Count(answer => answer.Changes.Contains(change));
            int[] parts = apart ? [given, asked.Count - given, answers.Count - asked.Count] : [given, answers.Count - given];
            if (Suppression.Shares(parts, threshold) is { } shares) shown.Add(new DigestShare(ChangeKeys.Of(change), shares[0]));
        }

        return shown.Count == 0 ? null : shown;
    }

    /// <summary>
    /// Tools that enough people name as having helped them, and all others together as a part of its own; while that part is too small, the smallest tool shown joins it.
    /// Only where AI helped, so that no tool is seen beside a bad outcome.
    /// </summary>
    /// <param name="apart">Whether those whom AI did not help are a part of their own.</param>
    private static List<DigestShare>? Tools(IReadOnlyList<string> offered, IReadOnlyCollection<Answer> answers, bool apart, Threshold threshold)
    {
        var helped = answers.OfType<Answer.Full>().Where(answer => answer.Outcome == Outcome.Helped).ToList();
        var shown = offered.Distinct(StringComparer.Ordinal)
            .Select(tool => (Tool: tool, Count: helped.Count(answer => string.Equals(answer.Tool, tool, StringComparison.Ordinal))))
            .Where(tool => threshold.Allows(tool.Count))
            .ToList();
        while (shown.Count > 0 && !threshold.Allows(Others())) shown.Remove(shown.MinBy(tool => tool.Count));
        if (shown.Count == 0) return null;

        List<(string Key, int Count, string? Tool)> parts = [.. shown.Select(tool => (ToolKeys.Named, tool.Count, (string?)tool.Tool)), (apart ? ToolKeys.Other : ToolKeys.Others, Others(), null)];
        if (apart) parts.Add((ToolKeys.NotHelped, answers.Count - helped.Count, null));
        return Suppression.Shares([.. parts.Select(part => part.Count)], threshold) is { } shares
            ? [.. parts.Zip(shares, (part, percent) => new DigestShare(part.Key, percent, part.Tool))]
            : null;

        int Others() => (apart ? helped.Count : answers.Count) - shown.Sum(tool => tool.Count);
    }
}
