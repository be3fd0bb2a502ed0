using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>That a round opens, and when: by the team's schedule, or by a lead's hand.</summary>
public sealed record Opening(RoundName Name, Instant At);
