using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>Makes the digest of a round from the numbers that stand once it is closed.</summary>
public static class DigestBuilder
{
    /// <param name="tally">The round's own, which may be too few for any number, whatever was shown before.</param>
    /// <param name="shown">From <see cref="Shown.After"/>: the round's own numbers, or earlier ones that stand.</param>
    public static Digest Build(Round round, Tally tally, Shown? shown)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(tally);

        var (name, threshold) = (round.Id.Name.ToString(), round.Threshold);
        if (shown is null || !threshold.Allows(tally.Answered)) return new Digest(name, threshold.Answers, Answered: null, [], round.ClosedEarly);

        var numbers = shown.Numbers;
        var asIn = AsIn(numbers);
        // The team has raised its threshold above what the numbers that stand rest on.
        if (!threshold.Allows(numbers.Tally.Answered)) return new Digest(name, threshold.Answers, Answered: null, [], round.ClosedEarly, asIn);

        List<DigestSection> sections = [.. Sections(numbers)];
        if (round.AsksObligation) sections.AddRange(Sections(shown.Obligation!));
        return new Digest(name, threshold.Answers, numbers.Answered, sections, round.ClosedEarly, asIn);

        IEnumerable<DigestSection> Sections(ShownNumbers of) => of.Under(threshold).Select(section => section with { AsIn = AsIn(of) });

        string? AsIn(ShownNumbers of) => string.Equals(of.Round, name, StringComparison.Ordinal) ? null : of.Round;
    }
}
