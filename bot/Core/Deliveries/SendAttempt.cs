using NodaTime;

namespace RetroBot.Core.Deliveries;

/// <summary>One send that was begun. It tells the instance that began it from every other, and a send under way from one that nobody will end.</summary>
public sealed record SendAttempt(Guid Id, Instant At);
