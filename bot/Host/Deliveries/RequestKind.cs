namespace RetroBot.Host.Deliveries;

/// <summary>What RetroBot asks of the channel, as far as the channel's limits tell it apart.</summary>
internal enum RequestKind
{
    /// <summary>Making a chat, changing or deleting a post: no limit but the tenant's.</summary>
    Other,
    Send,
    RosterRead,
}
