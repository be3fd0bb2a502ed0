namespace RetroBot.Host.Deliveries;

/// <summary>What is sent of a round.</summary>
internal enum CardWave
{
    First,

    /// <summary>Half-way through it.</summary>
    Second,
}
