using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>All that a published case study tells, for one person who asked for it.</summary>
/// <param name="Round">With whose digest it was published.</param>
/// <param name="Ticket">Binds the card's votes to its recipient; null once voting has ended.</param>
/// <param name="Language">The tag of the language that the person chose; null where they chose none, and the card is written in the team's.</param>
public sealed record Recipe(Team Team, Round Round, CaseStudy Study, string? Ticket, string? Language);
