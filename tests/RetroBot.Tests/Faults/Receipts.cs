using RetroBot.Tests.Deliveries;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Faults;

/// <summary>What people have received of this week's round.</summary>
internal static class Receipts
{
    /// <summary>What simulated Teams calls this week's card.</summary>
    public static string Card(this World world) => CheckInName.Of(world.Team, world.Round().Name.ToString());

    /// <summary>How many members received this week's card never, once and more than once.</summary>
    public static string Received(this World world) => world.Teams.Record.Of(world.Card(), world.Team.Members).ToString();
}
