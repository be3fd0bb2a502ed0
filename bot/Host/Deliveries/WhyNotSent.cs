using RetroBot.Cards;
using RetroBot.Core.Deliveries;

namespace RetroBot.Host.Deliveries;

/// <summary>What somebody is told who asked for a card in their own chat, and waits.</summary>
internal static class WhyNotSent
{
    /// <returns>Null where it was sent.</returns>
    public static NotSent? Of(SendResult result) => result switch
    {
        SendResult.Sent => null,
        SendResult.Unknown => NotSent.Unconfirmed,
        SendResult.Refused(var state) => Of(state),
        SendResult.TryLater => NotSent.Busy,
        _ => NotSent.Refused,
    };

    public static NotSent Of(DeliveryState state) => state switch
    {
        DeliveryState.NotInstalled => NotSent.NotInstalled,
        DeliveryState.Blocked => NotSent.Blocked,
        _ => NotSent.Refused,
    };
}
