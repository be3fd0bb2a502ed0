using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Crashes;

/// <summary>A member of the team when the cards were out.</summary>
/// <param name="Cards">The check-in cards in their chat at that moment.</param>
/// <param name="Line">What the ledger says of them; null for nothing.</param>
/// <param name="Gives">What they answer; null for who is not to be asked, or cannot be.</param>
internal sealed record Asked(SimulatedPerson Person, IReadOnlyList<ReceivedActivity> Cards, DeliveryState? Line, Outcome? Gives)
{
    /// <summary>How many came into their chat after that moment, until everything was at rest.</summary>
    public int Late { get; private init; }

    /// <summary>Everybody in a team, in its order, with their cards and the ledger's line.</summary>
    /// <param name="given">What the first of them answer; the others are not to be asked.</param>
    public static IReadOnlyList<Asked> In(SimulatedTeam team, TeamsSimulator teams, TableSnapshot stored, IReadOnlyList<Outcome> given)
    {
        // Of several rounds the latest.
        var lines = stored.Of("rounds", "l").OrderByDescending(line => line.PartitionKey, StringComparer.Ordinal).DistinctBy(line => line.RowKey, StringComparer.Ordinal).ToDictionary(line => line.RowKey[2..], line => Enum.Parse<DeliveryState>(line.GetString("State")!), StringComparer.Ordinal);
        return [.. team.Members.Select((person, index) => new Asked(
            person,
            [.. CheckIns(teams, person)],
            lines.TryGetValue(person.ObjectId.ToString(), out var state) ? state : null,
            index < given.Count ? given[index] : null))];
    }

    public bool IsLost => Gives is not null && Cards.Count == 0 && Line != DeliveryState.Unknown;

    /// <summary>Also where the ledger does not know: what is unknown is not repeated.</summary>
    public bool IsDoubled => Cards.Count + Late > 1;

    /// <summary>The same, when everything is at rest.</summary>
    public Asked AtRest(TeamsSimulator teams) => this with { Late = CheckIns(teams, Person).Count() - Cards.Count };

    private static IEnumerable<ReceivedActivity> CheckIns(TeamsSimulator teams, SimulatedPerson person) =>
        teams.Inbox(person).Where(received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true);
}
