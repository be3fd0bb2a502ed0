using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Shows a lead the tools card: as a command, and as a button of the question whether a tool is still left out.</summary>
internal sealed class OpenTools(LeadDesk desk, ToolsDesk tools) : ICommand, ICardAction
{
    public Command Name => Command.Tools;

    public bool InChannel => true;

    public string Verb => ToolsCard.OpenVerb;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => desk.ForLeadAsync(turn, team => Task.FromResult<Card>(new ToolsCard(tools.ContextOf(team.Value))), ct);

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => HandleAsync(turn, ct);
}
