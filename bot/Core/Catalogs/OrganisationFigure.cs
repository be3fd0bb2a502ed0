using RetroBot.Core.Digests;

namespace RetroBot.Core.Catalogs;

/// <summary>What the answers of all teams say about one question, as plain values that any JSON writer keeps.</summary>
/// <param name="Change">Which change, by its key (<see cref="ChangeKeys"/>), since each is a question of its own; null for every other question.</param>
/// <param name="Shares">Of all answers that are counted, rounded as a digest's are; of a change, the share of those who gave it. Null when withheld.</param>
/// <param name="Teams">How many teams are counted, as a band; null when withheld.</param>
/// <param name="Answers">How many answers are counted, as a band. In a quarter one person answers many times.</param>
public sealed record OrganisationFigure(DigestQuestion Question, string? Change, IReadOnlyList<DigestShare>? Shares, GroupBand? Teams, GroupBand? Answers, LeftOut LeftOut)
{
    public bool Equals(OrganisationFigure? other) =>
        other is not null && Question == other.Question && string.Equals(Change, other.Change, StringComparison.Ordinal) && Teams == other.Teams && Answers == other.Answers && LeftOut == other.LeftOut
        && (Shares is null ? other.Shares is null : other.Shares is not null && Shares.SequenceEqual(other.Shares));

    public override int GetHashCode() => HashCode.Combine(Question, Change, Teams, Answers, LeftOut, Shares?.Count);
}
