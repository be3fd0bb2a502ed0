using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Once enough people answered, every part of a question is shown, however few are in it.</summary>
public sealed class CellsBelowTheThresholdShown : CarelessDigest
{
    public override IReadOnlyList<Type> Helps => [typeof(A2EveryoneAnswersAlike), typeof(A3OneJoinerOrLeaver)];

    private protected override Digest Of(Digest careful, Round round, Tally tally) => careful with
    {
        Sections = [.. careful.Sections.Select(section => section.Question == DigestQuestion.Outcome ? section with { Shares = Shares(tally) } : section)],
    };

    private static IReadOnlyList<DigestShare> Shares(Tally tally) =>
        [.. Splits.HelpedOrNot.Parts.Select(part => new DigestShare(part.Key, part.Options.Sum(option => tally.Outcomes[option!.Value]) * 10 / tally.Answered * 10))];
}
