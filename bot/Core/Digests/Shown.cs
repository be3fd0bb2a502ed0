using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>
/// What a team has read last. Numbers are renewed only when at least as many answers as the threshold says differ from those behind the numbers that were shown
/// last; otherwise those stand, and the digest says so. Else whoever knows that one colleague joined or left, and that all others answered alike, could read that
/// colleague's answer off two digests.
/// </summary>
/// <remarks>
/// Compared is with the answers behind the numbers, not with the round before: a team that changes by one person a week gets new numbers once enough have changed.
/// Numbers that are renewed tell how all those answers changed together; so if every one of them changed alike, they tell that of each, and never of fewer than the threshold
/// says. How obliged people feel is asked in few rounds, has a higher threshold, and is renewed by itself.
/// </remarks>
/// <param name="Numbers">Everything but how obliged people feel.</param>
/// <param name="Obligation">Null until a round asked.</param>
public sealed record Shown(ShownNumbers Numbers, ShownNumbers? Obligation)
{
    /// <summary>What the team has read once this round's digest is out.</summary>
    /// <param name="before">What it had read until then; null for nothing.</param>
    /// <returns>Null for a team that has not read any number yet.</returns>
    public static Shown? After(Round round, Tally tally, Shown? before)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(tally);
        if (!round.Threshold.Allows(tally.Answered)) return before;

        return new Shown(
            before is { Numbers: var numbers } && !round.Threshold.Allows(Distance(numbers)) ? numbers : Fresh(obligation: false),
            !round.AsksObligation ? before?.Obligation
            : before?.Obligation is { } obligation && !round.Threshold.ForObligation().Allows(TallyDistance.OfObligation(obligation.Tally, tally)) ? obligation
            : Fresh(obligation: true));

        int Distance(ShownNumbers shown) => TallyDistance.Between(shown.Tally, tally, toolsCount: shown.Tools.SequenceEqual(round.Tools, StringComparer.Ordinal));

        ShownNumbers Fresh(bool obligation) => new(
            round.Id.Name.ToString(), round.Threshold.Answers, tally, round.Tools, GroupBand.Of(tally.Answered, round.Threshold),
            [.. DigestSections.Of(tally, round.Tools, round.Threshold).Where(section => section.Question == DigestQuestion.Obligation == obligation)]);
    }
}
