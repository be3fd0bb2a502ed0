namespace RetroBot.Core.Digests;

/// <summary>What a digest says about one question.</summary>
/// <param name="Shares">
/// Null when withheld. There is one reason only, some part would rest on too few answers, and it is not broken down:
/// "everyone answered alike" or "hardly anyone was asked this" would give away what is withheld.
/// </param>
/// <param name="AsIn">As in <see cref="Digest.AsIn"/>. How obliged people feel may stand while the rest is new, and the other way round.</param>
public sealed record DigestSection(DigestQuestion Question, IReadOnlyList<DigestShare>? Shares, string? AsIn = null)
{
    public bool Equals(DigestSection? other) =>
        other is not null && Question == other.Question && string.Equals(AsIn, other.AsIn, StringComparison.Ordinal)
        && (Shares is null ? other.Shares is null : other.Shares is not null && Shares.SequenceEqual(other.Shares));

    public override int GetHashCode() => HashCode.Combine(Question, Shares?.Count, AsIn);
}
