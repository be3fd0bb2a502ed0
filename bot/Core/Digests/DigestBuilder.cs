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

        List<Answer.Full> used = [.. answers.OfType<Answer.Full>()];
        List<DigestSection> sections =
        [
            Section(DigestQuestion.Outcome, Splits.Outcomes, [.. answers.Select(answer => answer.Outcome)], threshold),
            Section(DigestQuestion.Time, Splits.Times, [.. used.Select(answer => answer.Time)], threshold),
            new(DigestQuestion.Changes, Changes(used, threshold)),
            Section(DigestQuestion.Confidence, Splits.Confidences, [.. used.Select(answer => answer.Confidence)], threshold),
            new(DigestQuestion.Tools, Tools(round.Tools, [.. used.Where(answer => answer.Outcome == Outcome.Helped).Select(answer => answer.Tool)], threshold)),
        ];
        if (round.AsksObligation)
            sections.Add(Section(DigestQuestion.Obligation, Splits.Obligations, [.. answers.Select(answer => answer.Obligation).OfType<Obligation>()], threshold.ForObligation()));

        return new Digest(name, threshold.Answers, GroupBand.Of(answers.Count, threshold), sections, round.ClosedEarly);
    }

    /// <summary>By the finest split that may be shown.</summary>
    private static DigestSection Section<TOption>(DigestQuestion question, IReadOnlyList<Split<TOption>> splits, List<TOption> given, Threshold threshold)
        where TOption : struct, Enum
    {
        foreach (var parts in splits.Select(split => split.Parts))
        {
            if (Suppression.Shares([.. parts.Select(part => given.Count(part.Options.Contains))], threshold) is { } shares)
                return new DigestSection(question, [.. parts.Zip(shares, (part, percent) => new DigestShare(part.Key, percent))]);
        }

        return new DigestSection(question, Shares: null);
    }

    /// <summary>
    /// Each change is a question of its own: given or not, and both sides must be large enough. A change that is not listed was therefore given by too few or by
    /// nearly all: its absence does not say that nobody gave it.
    /// </summary>
    private static List<DigestShare>? Changes(List<Answer.Full> used, Threshold threshold)
    {
        List<DigestShare> shown = [];
        foreach (var change in Enum.GetValues<Change>())
        {
            var given = used.Count(answer => answer.Changes.Contains(change));
            if (Suppression.Shares([given, used.Count - given], threshold) is [var percent, _]) shown.Add(new DigestShare(ChangeKeys.Of(change), percent));
        }

        return shown.Count == 0 ? null : shown;
    }

    /// <summary>
    /// Tools named by enough of those whom AI helped, and all others together as a part of its own; while that part is too small, the smallest tool shown joins it.
    /// Only where AI helped, so that no tool is seen beside a bad outcome.
    /// </summary>
    private static List<DigestShare>? Tools(IReadOnlyList<string> offered, List<string?> named, Threshold threshold)
    {
        var shown = offered.Distinct(StringComparer.Ordinal)
            .Select(tool => (Tool: tool, Count: named.Count(name => string.Equals(name, tool, StringComparison.Ordinal))))
            .Where(tool => threshold.Allows(tool.Count))
            .ToList();
        while (shown.Count > 0 && !threshold.Allows(Others())) shown.Remove(shown.MinBy(tool => tool.Count));

        return Suppression.Shares([.. shown.Select(tool => tool.Count), Others()], threshold) is { } shares
            ? [.. shown.Zip(shares, (tool, percent) => new DigestShare(ToolKeys.Named, percent, tool.Tool)), new DigestShare(ToolKeys.Other, shares[^1])]
            : null;

        int Others() => named.Count - shown.Sum(tool => tool.Count);
    }
}
