using RetroBot.Cards;
using RetroBot.Cards.Commands;

namespace RetroBot.Host;

/// <summary>What RetroBot does when somebody types a command.</summary>
internal interface ICommand
{
    /// <summary>Which command it is. The words for it are those of every language.</summary>
    Command Name { get; }

    /// <summary>Whether it belongs in a channel; otherwise in a personal chat.</summary>
    bool InChannel { get; }

    Task<Card> HandleAsync(Turn turn, CancellationToken ct);
}
