namespace RetroBot.Core.CaseStudies;

/// <summary>The case studies that a round publishes, by their ids. Fixed with its digest, and never changed.</summary>
/// <param name="Shown">Those that the digest shows, in its order.</param>
/// <param name="Others">Those that are published with it and not shown there.</param>
public sealed record PlacedStories(IReadOnlyList<string> Shown, IReadOnlyList<string> Others)
{
    /// <summary>More wait for a later round: a round is one row, and a row has its limits.</summary>
    public const int Most = 300;

    public static PlacedStories None { get; } = new([], []);

    /// <param name="round">The name of the round.</param>
    public static PlacedStories Of(IEnumerable<CaseStudy> waiting, string round)
    {
        List<CaseStudy> taken = [.. waiting.OrderBy(study => study.Id.Value, StringComparer.Ordinal).Take(Most)];
        var shown = DigestStories.Choose(taken, round);
        return new PlacedStories([.. shown.Select(study => study.Id.Value)], [.. taken.Except(shown).Select(study => study.Id.Value)]);
    }

    public bool Include(string id) => Shown.Contains(id, StringComparer.Ordinal) || Others.Contains(id, StringComparer.Ordinal);

    public bool Equals(PlacedStories? other) => other is not null && Shown.SequenceEqual(other.Shown, StringComparer.Ordinal) && Others.SequenceEqual(other.Others, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Shown.Count, Others.Count);
}
