using NodaTime;
using RetroBot.Core.People;

namespace RetroBot.Core.Deliveries;

/// <summary>Keeps where each person's own chat with RetroBot is, and why nothing can be sent there. Nothing in it comes from an answer, or from a button that somebody pressed.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when storage is out of reach.</remarks>
public interface IChatStore
{
    /// <summary>What is known, or <see cref="Chat.Unknown"/>, which has a version, too.</summary>
    Task<Versioned<Chat>> OfAsync(TenantId tenant, UserId user, CancellationToken ct);

    /// <summary>Keeps it, if nobody has since <paramref name="version"/> was read. Saving <see cref="Chat.Unknown"/> deletes the row.</summary>
    /// <param name="on">The day, from which on it is kept for a year.</param>
    /// <returns>The new version, or null on a conflict.</returns>
    Task<string?> SaveAsync(TenantId tenant, UserId user, Chat chat, LocalDate on, string version, CancellationToken ct);

    /// <summary>Deletes what is known of one person, whatever it is.</summary>
    Task RemoveAsync(TenantId tenant, UserId user, CancellationToken ct);

    /// <summary>Deletes what is known of everybody in a tenant, and of nobody else.</summary>
    Task RemoveAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Deletes what was written before a day, whoever it is about.</summary>
    Task RemoveBeforeAsync(LocalDate day, CancellationToken ct);
}
