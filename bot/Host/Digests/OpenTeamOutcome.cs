using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Digests;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Digests;

/// <summary>Shows a lead the form of the team's outcome.</summary>
internal sealed class OpenTeamOutcome(LeadDesk desk) : ICommand
{
    public Command Name => Command.TeamOutcome;

    public bool InChannel => true;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => desk.ForLeadAsync(turn, team => Task.FromResult<Card>(new TeamOutcomeCard(OutcomeTerms.ContextOf(team.Value))), ct);
}
