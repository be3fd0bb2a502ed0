using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>
/// What a team has read last. Numbers are renewed only when at least as many answers as the threshold says differ from those behind each of the numbers that were shown
/// before; otherwise those that were shown last stand, and the digest says so. Else whoever knows that one colleague joined or left, and that all others answered alike, could
/// read that colleague's answer off two digests; and not of two weeks in a row alone, where a holiday lies between.
/// </summary>
/// <remarks>
/// Compared is with the answers behind the numbers, not with the round before: a team that changes by one person a week gets new numbers once enough have changed. It is compared with
/// whatever counts are kept: those of the numbers that were shown last always are.
/// Numbers that are renewed tell how all those answers changed together; so if every one of them changed alike, they tell that of each, and never of fewer than the threshold
/// says. How obliged people feel is asked in few rounds, has a higher threshold, and is renewed by itself.
/// </remarks>
/// <param name="Numbers">Everything but how obliged people feel.</param>
/// <param name="Obligation">Null until a round asked.</param>
public sealed record Shown(ShownNumbers Numbers, ShownNumbers? Obligation)
{
    /// <summary>What the team has read once this round's digest is out.</summary>
    /// <param name="earlier">The team's rounds before, as far as their counts are kept; the oldest first.</param>
    /// <returns>Null for a team that has not read any number yet.</returns>
    public static Shown? After(Round round, Tally tally, IReadOnlyList<Round> earlier)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(earlier);
        var before = earlier.LastOrDefault(one => one.Shown is not null)?.Shown;
        if (!round.Threshold.Allows(tally.Answered)) return before;

        return new Shown(
            before is { Numbers: var numbers } && !AreNew() ? numbers : Fresh(obligation: false),
            !round.AsksObligation ? before?.Obligation
            : before?.Obligation is { } obligation && !IsObligationNew(obligation) ? obligation
            : Fresh(obligation: true));

        bool AreNew() =>
            round.Threshold.Allows(Distance(before.Numbers.Tally, before.Numbers.Tools))
            && Behind(digest => digest.Answered is null ? [] : [digest.AsIn]).All(one => round.Threshold.Allows(Distance(one.Tally!, one.Tools)));

        bool IsObligationNew(ShownNumbers obligation) =>
            IsFar(obligation.Tally) && Behind(digest => digest.Sections.Where(section => section.Question == DigestQuestion.Obligation).Select(section => section.AsIn)).All(one => IsFar(one.Tally!));

        bool IsFar(Tally other) => round.Threshold.ForObligation().Allows(TallyDistance.OfObligation(other, tally));

        // The rounds whose own numbers stood in some digest, as far as their counts are kept.
        IEnumerable<Round> Behind(Func<Digest, IEnumerable<string?>> numbersIn)
        {
            var read = earlier.Where(one => one.Digest is not null).SelectMany(one => numbersIn(one.Digest!).Select(asIn => asIn ?? one.Digest!.Round)).ToHashSet(StringComparer.Ordinal);
            return earlier.Where(one => one.Tally is not null && read.Contains(one.Id.Name.ToString()));
        }

        int Distance(Tally other, IReadOnlyList<string> tools) => TallyDistance.Between(other, tally, toolsCount: tools.SequenceEqual(round.Tools, StringComparer.Ordinal));

        ShownNumbers Fresh(bool obligation) => new(
            round.Id.Name.ToString(), round.Threshold.Answers, tally, round.Tools, GroupBand.Of(tally.Answered, round.Threshold),
            [.. DigestSections.Of(tally, round.Tools, round.Threshold).Where(section => section.Question == DigestQuestion.Obligation == obligation)]);
    }
}
