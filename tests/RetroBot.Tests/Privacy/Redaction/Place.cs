using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Tests.Privacy.Redaction;

internal readonly record struct Place(RedactionReason Reason, int Start, int End);
