namespace RetroBot.Core.Digests;

/// <summary>One way to part the options of a question, each option in exactly one part.</summary>
public sealed record Split<TOption>(IReadOnlyList<SplitPart<TOption>> Parts)
    where TOption : struct, Enum;

/// <param name="Key">Names the part; the same key always means the same options.</param>
public sealed record SplitPart<TOption>(string Key, IReadOnlyList<TOption> Options)
    where TOption : struct, Enum;
