using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Diagnosis;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Diagnosis;

/// <summary>Tells a lead what works, what does not, and what to do.</summary>
internal sealed class DiagnoseCommand(LeadDesk desk, Checks checks) : ICommand
{
    public Command Name => Command.Diagnose;

    public bool InChannel => true;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) =>
        desk.ForLeadAsync(turn, async team => new DiagnosisCard(team.Value.Name, await checks.MakeAsync(team.Value, ct)), ct);
}
