using RetroBot.Core.People;

namespace RetroBot.Core.Deliveries;

/// <summary>The ledger's line about one member of one round: who is sent a card, never who answered.</summary>
/// <param name="ChannelAccount">The id by which the channel addresses the person.</param>
/// <param name="Attempt">Null unless the state is <see cref="DeliveryState.Attempting"/>.</param>
public sealed record Delivery(UserId User, string ChannelAccount, DeliveryState State, SendAttempt? Attempt = null)
{
    /// <summary>Whether its card is still to be sent, or being sent.</summary>
    public bool IsPending => State is DeliveryState.Planned or DeliveryState.Attempting;

    public Delivery Begun(SendAttempt attempt) => this with { State = DeliveryState.Attempting, Attempt = attempt };

    public Delivery Ended(DeliveryState state) => this with { State = state, Attempt = null };
}
