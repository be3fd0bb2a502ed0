using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Digests;

/// <summary>Numbers as a team read them first, and what they rest on. Plain values that any JSON writer keeps.</summary>
/// <param name="Round">In whose digest they were first shown.</param>
/// <param name="Threshold">How many answers each rests on at least.</param>
/// <param name="Tools">What that round offered.</param>
public sealed record ShownNumbers(string Round, int Threshold, Tally Tally, IReadOnlyList<string> Tools, GroupBand Answered, IReadOnlyList<DigestSection> Sections)
{
    /// <summary>
    /// The sections as they were published: never made anew, since what a later version of RetroBot would make of the same answers could be subtracted from what this one
    /// made of them. Where a team has raised its threshold since, a section is withheld unless it would read the same under the new one, for the same reason.
    /// </summary>
    public IEnumerable<DigestSection> Under(Threshold threshold)
    {
        var allowed = DigestSections.Of(Tally, Tools, new Threshold(Math.Max(Threshold, threshold.Answers)));
        return Sections.Select(section => allowed.Contains(section) ? section : section with { Shares = null });
    }

    public bool Equals(ShownNumbers? other) =>
        other is not null && string.Equals(Round, other.Round, StringComparison.Ordinal) && Threshold == other.Threshold && Tally == other.Tally
        && Answered == other.Answered && Tools.SequenceEqual(other.Tools, StringComparer.Ordinal) && Sections.SequenceEqual(other.Sections);

    public override int GetHashCode() => HashCode.Combine(Round, Threshold, Tally, Answered);
}
