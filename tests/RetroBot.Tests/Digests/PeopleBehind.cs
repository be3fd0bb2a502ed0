using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

/// <summary>Counts the people behind a share, and those who are not behind it, anew from the answers.</summary>
internal static class PeopleBehind
{
    public static bool RestsOnEnough(this DigestSection section, int threshold, IReadOnlyCollection<Answer> answers)
    {
        var least = section.Question == DigestQuestion.Obligation ? Math.Max(10, threshold) : threshold;
        return section.Shares?.All(share => answers.Count(answer => IsBehind(answer, share, section)) is var behind && behind >= least && answers.Count - behind >= least) ?? true;
    }

    private static bool IsBehind(Answer answer, DigestShare share, DigestSection section)
    {
        return section.Question switch
        {
            DigestQuestion.Outcome => Means<Outcome>([.. Splits.Outcomes, Splits.HelpedOrNot], answer.Outcome),
            DigestQuestion.Time => Means([.. Splits.Times, Splits.GainedOrNot], (answer as Answer.Full)?.Time),
            DigestQuestion.Confidence => Means([.. Splits.Confidences, Splits.CheckedOrNot], (answer as Answer.Full)?.Confidence),
            DigestQuestion.Obligation => Means(Splits.Obligations, answer.Obligation),
            DigestQuestion.Changes => answer is Answer.Full full && full.Changes.Select(ChangeKeys.Of).Contains(share.Key, StringComparer.Ordinal),
            DigestQuestion.Tools => MeansTool(),
            _ => throw new ArgumentOutOfRangeException(nameof(section), section.Question, null),
        };

        bool Means<TOption>(IReadOnlyList<Split<TOption>> splits, TOption? given)
            where TOption : struct, Enum =>
            splits.SelectMany(split => split.Parts).First(part => string.Equals(part.Key, share.Key, StringComparison.Ordinal)).Options.Contains(given);

        bool MeansTool()
        {
            var helpedBy = answer is Answer.Full { Outcome: Outcome.Helped } helped ? helped.Tool ?? "none" : null;
            var named = section.Shares!.Select(tool => tool.Tool).Contains(helpedBy, StringComparer.Ordinal);
            return share.Key switch
            {
                ToolKeys.Named => string.Equals(helpedBy, share.Tool, StringComparison.Ordinal),
                ToolKeys.NotHelped => helpedBy is null,
                ToolKeys.Other => helpedBy is not null && !named,
                _ => helpedBy is null || !named,
            };
        }
    }
}
