namespace RetroBot.Host.Privacy.Redaction;

/// <summary>A word of a text that may belong to a name.</summary>
/// <param name="Start">Where it begins in the folded text, without a prefix that is written together with it (Arabic "and", "to").</param>
/// <param name="Key">The key under which the roster knows it; for other words their own.</param>
internal readonly record struct NameWord(int Start, int End, string Key);
