namespace RetroBot.Core.Deliveries;

/// <summary>How far the sending of one card has come.</summary>
public enum DeliveryState
{
    Planned,

    /// <summary>A send was begun; unless a result follows, nobody knows whether it arrived.</summary>
    Attempting,
    Sent,

    /// <summary>The channel answered in a way that leaves open whether the card arrived. Not sent again blindly.</summary>
    Unknown,

    /// <summary>The person blocked or removed RetroBot.</summary>
    Blocked,

    /// <summary>The channel does not know the person, or RetroBot is not installed for them.</summary>
    NotReachable,

    /// <summary>The channel refused for a reason of its own; see the log.</summary>
    Failed,
}
