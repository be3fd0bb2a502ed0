namespace RetroBot.Core.Digests;

/// <summary>One way to part all answers of a round by one question: each option, and having none, belongs to exactly one part.</summary>
public sealed record Split<TOption>(IReadOnlyList<SplitPart<TOption>> Parts)
    where TOption : struct, Enum;

/// <param name="Key">Names the part; the same key always means the same options.</param>
/// <param name="Options">Null stands for no answer to this question.</param>
public sealed record SplitPart<TOption>(string Key, IReadOnlyList<TOption?> Options)
    where TOption : struct, Enum;
