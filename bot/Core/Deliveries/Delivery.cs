using RetroBot.Core.People;

namespace RetroBot.Core.Deliveries;

/// <summary>The ledger's line about one member of one round: who is sent a card, never who answered.</summary>
/// <param name="ChannelAccount">The id by which the channel addresses the person.</param>
public sealed record Delivery(UserId User, string ChannelAccount, DeliveryState State);
