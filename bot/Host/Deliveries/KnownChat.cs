using RetroBot.Core.Deliveries;

namespace RetroBot.Host.Deliveries;

/// <summary>What was known of a person's chat when it was read.</summary>
/// <param name="Heard">How often this instance had heard of anybody by then.</param>
internal sealed record KnownChat(Chat Chat, string Version, long Heard);
