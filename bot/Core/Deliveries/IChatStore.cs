using NodaTime;
using RetroBot.Core.People;

namespace RetroBot.Core.Deliveries;

/// <summary>Keeps where each person's own chat with RetroBot is, and why nothing can be sent there. Nothing in it comes from an answer, or from a button that somebody pressed.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IChatStore
{
    /// <summary>What is known, or <see cref="Chat.Unknown"/>.</summary>
    Task<Chat> OfAsync(TenantId tenant, UserId user, CancellationToken ct);

    /// <summary>Keeps it; the latest wins. Saving <see cref="Chat.Unknown"/> deletes the row.</summary>
    /// <param name="on">The day, from which on it is kept for a year.</param>
    Task SaveAsync(TenantId tenant, UserId user, Chat chat, LocalDate on, CancellationToken ct);

    /// <summary>Deletes what is known of everybody in a tenant, and of nobody else.</summary>
    Task RemoveAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Deletes what was written before a day, whoever it is about.</summary>
    Task RemoveBeforeAsync(LocalDate day, CancellationToken ct);
}
