using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Diagnosis;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Tells a lead what works, what does not, and what to do: as a command, and as a button of what can be tried out.</summary>
internal sealed class DiagnoseCommand(LeadDesk desk, Checks checks) : ICommand, ICardAction
{
    public Command Name => Command.Diagnose;

    public bool InChannel => true;

    public string Verb => DiagnosisCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) =>
        desk.ForLeadAsync(turn, async team => new DiagnosisCard(team.Value.Name, await checks.MakeAsync(team.Value, ct)), ct);

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => HandleAsync(turn, ct);
}
