namespace RetroBot.Core.Digests;

/// <summary>What a team reads when a round is over: published aggregates, as plain values that any JSON writer keeps. Published as it is, and never changed.</summary>
/// <param name="Round">The round's name, such as <c>2026-W47</c>.</param>
/// <param name="Threshold">How many answers each number here rests on at least.</param>
/// <param name="Answered">How many answered, as a band; null when fewer than <paramref name="Threshold"/> did. Then there is no section either.</param>
/// <param name="Sections">One a question that was asked, always in the same order.</param>
/// <param name="ClosedEarly">Whether a lead closed the round before its time.</param>
/// <param name="AsIn">The round whose numbers stand, since too few answers differ from it (<see cref="Shown"/>): then <paramref name="Answered"/> is of that round. Null where they are new.</param>
public sealed record Digest(string Round, int Threshold, GroupBand? Answered, IReadOnlyList<DigestSection> Sections, bool ClosedEarly, string? AsIn = null)
{
    /// <summary>What a lead said that the team changed; null where none said so. It rests on no answer, and is shown however many answered.</summary>
    public WeChanged? Changed { get; init; }

    /// <summary>The outcome that a lead tracks, beside what the team says; null where none was given.</summary>
    public TwoNumbers? TwoNumbers { get; init; }

    /// <summary>How things go over time; null in all but every fourth digest, and in the first of those.</summary>
    public Trend? Trend { get; init; }

    /// <summary>The shares of this round's own answers.</summary>
    /// <returns>Null where they are withheld, or those of an earlier round stand in their place.</returns>
    public IReadOnlyList<DigestShare>? OwnShares(DigestQuestion question) =>
        Answered is null || AsIn is not null ? null : Sections.SingleOrDefault(section => section.Question == question && section.AsIn is null)?.Shares;

    public bool Equals(Digest? other) =>
        other is not null && string.Equals(Round, other.Round, StringComparison.Ordinal) && Threshold == other.Threshold
        && Answered == other.Answered && ClosedEarly == other.ClosedEarly && string.Equals(AsIn, other.AsIn, StringComparison.Ordinal) && Changed == other.Changed && TwoNumbers == other.TwoNumbers && Trend == other.Trend
        && Sections.SequenceEqual(other.Sections);

    public override int GetHashCode() => HashCode.Combine(Round, Threshold, Answered, ClosedEarly, AsIn, Changed, TwoNumbers, Trend);
}
