using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Deliveries;

/// <summary>Knows who is sent a card in a round. It is deleted when the round closes.</summary>
public interface ILedger
{
    /// <summary>Adds lines in state <see cref="DeliveryState.Planned"/>; a person who has a line keeps it as it is. Adds none once the round is closing, so that a close leaves no line behind.</summary>
    Task PlanAsync(RoundId round, IReadOnlyList<Delivery> deliveries, CancellationToken ct);

    IAsyncEnumerable<Versioned<Delivery>> OfAsync(RoundId round, CancellationToken ct);

    /// <summary>Whether there is a line about this person, without reading anybody else's.</summary>
    Task<bool> IncludesAsync(RoundId round, UserId user, CancellationToken ct);

    /// <summary>Moves one line, if nobody has moved it since <paramref name="version"/> was read.</summary>
    /// <returns>The line's new version, or null on a conflict.</returns>
    Task<string?> MoveAsync(RoundId round, Delivery delivery, string version, CancellationToken ct);
}
