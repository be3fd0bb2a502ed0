namespace RetroBot.Host.Privacy.Redaction;

/// <summary>A stretch of a passage's folded text that has to go.</summary>
/// <param name="End">The first place after it.</param>
internal readonly record struct Finding(int Start, int End, RedactionReason Reason);
