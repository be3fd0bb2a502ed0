namespace RetroBot.Host.Privacy.Redaction;

/// <summary>A word of a text that may belong to a name.</summary>
/// <param name="Start">Where it begins in the folded text, without what is written together with it and is no part of the name (Arabic "and", "to").</param>
/// <param name="Key">The key under which the roster knows it; for other words their own.</param>
/// <param name="IsOrdinary">Whether it can be a word of everyday language too, so that it is a name only where it is used as one.</param>
internal readonly record struct NameWord(int Start, int End, string Key, bool IsOrdinary);
