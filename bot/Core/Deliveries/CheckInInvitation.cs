using RetroBot.Core.Rounds;

namespace RetroBot.Core.Deliveries;

/// <summary>What one member's check-in card is made from.</summary>
/// <param name="Ticket">Binds the card to its recipient, round and tenant; it is worth nothing to anybody else, and nothing after the round.</param>
public sealed record CheckInInvitation(Team Team, Round Round, string Ticket)
{
    /// <summary>Why it is sent a second time; null for the first.</summary>
    public SecondSend? Again { get; init; }

    /// <summary>The tag of the language that the person chose; null where they chose none, and the card is written in the team's.</summary>
    public string? Language { get; init; }
}
