using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>How obliged people feel is shown like any other question, from five answers on.</summary>
public sealed class ObligationAtTheUsualThreshold : CarelessDigest
{
    public override IReadOnlyList<Type> Helps => [typeof(A4ColludersSubtract)];

    private protected override Digest Of(Digest careful, Round round, Tally tally) => careful with
    {
        Sections =
        [
            .. careful.Sections.Select(section => section.Question != DigestQuestion.Obligation ? section : section with
            {
                Shares = Suppression.Shares(Splits.Obligations, option => option is { } given ? tally.Obligations[given] : tally.Answered - tally.Obligations.Values.Sum(), round.Threshold),
            }),
        ],
    };
}
