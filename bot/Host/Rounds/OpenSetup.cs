using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Shows a lead the setup card: as a command, and as a button of the summary.</summary>
internal sealed class OpenSetup(LeadDesk desk, SetupForm form) : ICommand, ICardAction
{
    public Command Name => Command.Setup;

    public bool InChannel => true;

    public string Verb => SetupCard.OpenVerb;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) =>
        desk.ForSetupAsync(turn, async team => new SetupCard(await form.ContextAsync(turn, team.Value, ct), SetupForm.Current(team.Value)), ct);

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => HandleAsync(turn, ct);
}
