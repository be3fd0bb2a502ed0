using System.Text.Json;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Running;

/// <summary>What simulated Teams calls a check-in card when it counts who received it: the team and the round that its buttons carry.</summary>
public static class CheckInName
{
    /// <returns>Null for anything but a check-in card.</returns>
    public static string? Of(ReceivedActivity received)
    {
        ArgumentNullException.ThrowIfNull(received);
        if (received.Card is not { } card || CardAction.AllOn(card).FirstOrDefault(action => string.Equals(action.Verb, CheckInCard.Verb, StringComparison.Ordinal)) is not { } action)
            return null;
        return Of(Text("team"), Text("round"));

        string Text(string part) => action.Data.TryGetProperty(part, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }

    /// <param name="round">As in <see cref="Ticket"/>.</param>
    public static string Of(SimulatedTeam team, string round)
    {
        ArgumentNullException.ThrowIfNull(team);
        return Of(team.Id, round);
    }

    private static string Of(string team, string round) => $"{round} of {team}";
}
