using RetroBot.Cards;

namespace RetroBot.Host.People;

/// <summary>A command by which a person says whether to be asked.</summary>
internal sealed class AskingCommand(string words, Func<Turn, Ticket?, CancellationToken, Task<Card>> choose) : ICommand
{
    public string Words => words;

    public bool InChannel => false;

    public Task<Card> HandleAsync(Turn turn, CancellationToken ct) => choose(turn, null, ct);
}
