using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Crashes;

/// <summary>A member of the team when the cards were out.</summary>
/// <param name="Cards">The check-in cards in their chat.</param>
/// <param name="Line">What the ledger says of them; null for nothing.</param>
/// <param name="Gives">What they answer; null for who is not to be asked, or cannot be.</param>
internal sealed record Asked(SimulatedPerson Person, IReadOnlyList<ReceivedActivity> Cards, DeliveryState? Line, Outcome? Gives)
{
    public bool IsLost => Gives is not null && Cards.Count == 0 && Line != DeliveryState.Unknown;

    public bool IsDoubled => Cards.Count > 1 && Line != DeliveryState.Unknown;
}
