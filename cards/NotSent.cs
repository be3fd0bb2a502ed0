namespace RetroBot.Cards;

/// <summary>Why a card is not in the chat of whoever asked for it, or perhaps not.</summary>
public enum NotSent
{
    NotInstalled,
    Blocked,

    /// <summary>Teams refused, whatever its reason.</summary>
    Refused,

    Busy,

    /// <summary>Nobody knows whether it arrived.</summary>
    Unconfirmed,
}
