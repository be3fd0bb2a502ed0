using NodaTime;
using RetroBot.Core.People;

namespace RetroBot.Core.Deliveries;

/// <summary>The ledger's line about one member of one round: who is sent a card, never who answered.</summary>
/// <param name="ChannelAccount">The id by which the channel addresses the person.</param>
/// <param name="Attempt">Null unless the state is <see cref="DeliveryState.Attempting"/>.</param>
/// <param name="RetryAt">Null unless the state is <see cref="DeliveryState.RetryAt"/>.</param>
/// <param name="Tries">How often the card was put off so far.</param>
/// <param name="TriedAt">When the send was begun that is under way, or by which the card came or may have come; null where there is none.</param>
public sealed record Delivery(UserId User, string ChannelAccount, DeliveryState State, SendAttempt? Attempt = null, Instant? RetryAt = null, int Tries = 0, Instant? TriedAt = null)
{
    /// <summary>Whether its card is still to be sent, or being sent.</summary>
    public bool IsPending => State is DeliveryState.Planned or DeliveryState.RetryAt or DeliveryState.Attempting;

    public bool IsDueAt(Instant now) => State is DeliveryState.Planned || (State is DeliveryState.RetryAt && RetryAt <= now);

    public Delivery Begun(SendAttempt attempt) => this with { State = DeliveryState.Attempting, Attempt = attempt, RetryAt = null, TriedAt = attempt.At };

    public Delivery PutOffTo(Instant at) => this with { State = DeliveryState.RetryAt, Attempt = null, RetryAt = at, Tries = Tries + 1, TriedAt = null };

    public Delivery Ended(DeliveryState state) => this with { State = state, Attempt = null, RetryAt = null, TriedAt = state is DeliveryState.Sent or DeliveryState.Unknown ? TriedAt : null };
}
