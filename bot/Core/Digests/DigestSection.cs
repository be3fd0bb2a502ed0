namespace RetroBot.Core.Digests;

/// <summary>What a digest says about one question.</summary>
/// <param name="Shares">
/// Null when withheld. There is one reason only, some part would rest on too few answers, and it is not broken down:
/// "everyone answered alike" or "hardly anyone was asked this" would give away what is withheld.
/// </param>
public sealed record DigestSection(DigestQuestion Question, IReadOnlyList<DigestShare>? Shares)
{
    public bool Equals(DigestSection? other) =>
        other is not null && Question == other.Question
        && (Shares is null ? other.Shares is null : other.Shares is not null && Shares.SequenceEqual(other.Shares));

    public override int GetHashCode() => HashCode.Combine(Question, Shares?.Count);
}
