using RetroBot.Cards;

namespace RetroBot.Host;

/// <summary>What RetroBot does when somebody types a command.</summary>
internal interface ICommand
{
    /// <summary>The command as it is typed: matched whole, and case-blind.</summary>
    string Words { get; }

    /// <summary>Whether it belongs in a channel; otherwise in a personal chat.</summary>
    bool InChannel { get; }

    Task<Card> HandleAsync(Turn turn, CancellationToken ct);
}
