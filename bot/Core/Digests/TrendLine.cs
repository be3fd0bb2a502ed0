namespace RetroBot.Core.Digests;

/// <summary>One share over four rounds, and over the four before.</summary>
/// <param name="Key">As in <see cref="DigestShare"/>. Stored: never renamed.</param>
/// <param name="Percent">A multiple of 10, as in <see cref="DigestShare"/>.</param>
/// <param name="Before">The same.</param>
public sealed record TrendLine(string Key, int Percent, int Before);
