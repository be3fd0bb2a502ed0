using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.People;

/// <param name="LeadOf">The teams in which the person is a lead.</param>
internal sealed record KnownOfPerson(Preferences Preferences, Chat Chat, IReadOnlyList<Team> LeadOf);
