namespace RetroBot.Core.Digests;

/// <summary>One part of a question's answers, and how much of them it is.</summary>
/// <param name="Key">Names the part, such as <c>outcome.helped</c>; see <see cref="Splits"/>, <see cref="ChangeKeys"/> and <see cref="ToolKeys"/>. Stored: never renamed.</param>
/// <param name="Percent">
/// A multiple of 10. Every part shown rests on enough answers, so that 0 never means nobody and 100 never means everybody: they read "under 10 %" and "over 90 %".
/// </param>
/// <param name="Tool">The tool's name where <paramref name="Key"/> is <see cref="ToolKeys.Named"/>; null elsewhere.</param>
public sealed record DigestShare(string Key, int Percent, string? Tool = null);
