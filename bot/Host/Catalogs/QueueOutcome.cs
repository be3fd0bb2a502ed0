namespace RetroBot.Host.Catalogs;

/// <summary>What became of an errand that was to be queued.</summary>
internal enum QueueOutcome
{
    Queued,

    /// <summary>The same is under way, or was done a while ago.</summary>
    Known,

    /// <summary>Too many are under way.</summary>
    Full,
}
