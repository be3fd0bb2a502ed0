namespace RetroBot.Cards.CheckIns;

/// <summary>A round that somebody can answer now.</summary>
public sealed record OpenRound(Ticket Ticket, string TeamName, Moment Closes);
