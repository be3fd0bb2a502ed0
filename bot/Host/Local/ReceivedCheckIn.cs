using RetroBot.Core.Deliveries;

namespace RetroBot.Host.Local;

/// <summary>A check-in card in the chat of one of the demo team's people.</summary>
internal sealed record ReceivedCheckIn(DemoPerson Person, CheckInInvitation Invitation);
