namespace RetroBot.Core.Deliveries;

/// <summary>How far the sending of one card has come.</summary>
public enum DeliveryState
{
    Planned,

    /// <summary>A send was begun; unless a result follows, nobody knows whether it arrived.</summary>
    Attempting,
    Sent,

    /// <summary>It has not arrived, and is tried again at a time that the line keeps, as often as it takes while the round is open.</summary>
    RetryAt,

    /// <summary>The person paused or stopped since the line was planned.</summary>
    LeftOut,

    /// <summary>The person blocked or removed RetroBot.</summary>
    Blocked,

    /// <summary>RetroBot is not installed for the person.</summary>
    NotInstalled,

    /// <summary>The channel does not know the person, or refuses for a reason of its own; see the log.</summary>
    Unreachable,

    /// <summary>The channel answered in a way that leaves open whether the card arrived. Not sent again blindly.</summary>
    Unknown,
}
