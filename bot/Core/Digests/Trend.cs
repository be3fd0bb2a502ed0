namespace RetroBot.Core.Digests;

/// <summary>
/// How things go over time: the mean of what four digests showed beside that of the four before. It is made of published shares and of no count, so that whoever has read
/// the digests could have worked it out. Four rounds end with one that asks how obliged people feel, which is every fourth, and begin behind the last one that did: so no round
/// belongs to two fours, whatever a lead sets meanwhile. Where rounds were left out, fewer belong to them; where the one that ends them was, the last four count.
/// </summary>
/// <param name="Lines">Helped, cost time and saved time, as far as enough digests show them. None where too few do.</param>
public sealed record Trend(IReadOnlyList<TrendLine> Lines)
{
    private const int Rounds = 4;

    /// <summary>Digests of four that must show new numbers of their own: those that show earlier ones tell nothing new.</summary>
    private const int Fewest = 3;

    private const int Step = 10;

    private static readonly (string Key, DigestQuestion Question, IReadOnlyList<string> Parts)[] Measures =
    [
        (Splits.HelpedKey, DigestQuestion.Outcome, [Splits.HelpedKey]),
        (Splits.CostTimeKey, DigestQuestion.Outcome, [Splits.CostTimeKey]),
        (Splits.GainedKey, DigestQuestion.Time, Splits.GainedKeys),
    ];

    /// <param name="digest">With its numbers; of a round that ends four.</param>
    /// <param name="earlier">The team's digests before it, the oldest first; those of eight rounds are enough.</param>
    /// <returns>Null for a team that has no four rounds before these.</returns>
    public static Trend? After(Digest digest, IReadOnlyList<PublishedDigest> earlier)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(earlier);
        List<int> ends = [.. Enumerable.Range(0, earlier.Count).Where(index => earlier[index].EndsFour)];
        if (ends.Count == 0) return null;

        var digests = earlier.Select(one => one.Digest).Append(digest).ToList();
        var before = digests[(ends.Count > 1 ? ends[^2] + 1 : 0)..(ends[^1] + 1)].TakeLast(Rounds).ToList();
        var now = digests[(ends[^1] + 1)..].TakeLast(Rounds).ToList();
        return new Trend(
        [
            .. from measure in Measures
               let percent = Mean(now, measure.Question, measure.Parts)
               let earlierPercent = Mean(before, measure.Question, measure.Parts)
               where percent is not null && earlierPercent is not null
               select new TrendLine(measure.Key, percent.Value, earlierPercent.Value),
        ]);
    }

    public bool Equals(Trend? other) => other is not null && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Lines.Count;

    /// <returns>Null where too few show it.</returns>
    private static int? Mean(IEnumerable<Digest> digests, DigestQuestion question, IReadOnlyList<string> parts)
    {
        var shown = digests
            .Select(digest => digest.OwnShares(question)?.Where(share => parts.Contains(share.Key, StringComparer.Ordinal)).ToList())
            .Where(shares => shares is { Count: > 0 })
            .Select(shares => shares!.Sum(share => share.Percent))
            .ToList();
        return shown.Count < Fewest ? null : (int)Math.Round(shown.Average() / Step, MidpointRounding.AwayFromZero) * Step;
    }
}
