namespace RetroBot.Cards.Digests;

/// <summary>How things go over time, as a digest shows it.</summary>
/// <param name="Lines">None where too few digests show new numbers.</param>
public sealed record DigestTrend(IReadOnlyList<DigestTrend.Line> Lines)
{
    /// <param name="Key">Names a text, as a digest's shares do.</param>
    /// <param name="Percent">Over the last four rounds: a multiple of 10, with the same words for 0 and 100.</param>
    /// <param name="Before">Over the four before.</param>
    public sealed record Line(string Key, int Percent, int Before);
}
