using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A digest under the threshold says how many answered: "only 4 did".</summary>
public sealed class TooFewAreCounted : CarelessDigest
{
    public override IReadOnlyList<Type> Helps => [typeof(A1FourOfNineAnswer)];

    private protected override Digest Of(Digest careful, Round round, Tally tally) => careful with { Answered = careful.Answered ?? new GroupBand(tally.Answered, tally.Answered) };
}
