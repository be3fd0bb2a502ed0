using RetroBot.Cards;
using RetroBot.Cards.Commands;

namespace RetroBot.Host.People;

/// <summary>A command by which a person says whether to be asked.</summary>
internal sealed class AskingCommand(Command name, Func<Turn, Ticket?, CancellationToken, Task<Card>> choose) : ICommand
{
    public Command Name => name;

    public bool InChannel => false;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => choose(turn, null, ct);
}
