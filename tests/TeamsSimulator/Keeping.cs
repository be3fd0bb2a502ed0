namespace RetroBot.Simulation;

/// <summary>How much the simulator remembers whole. What is beyond that is counted and forgotten, and can no longer be updated or deleted by the bot.</summary>
/// <param name="PerChat">The latest activities in the chat with one person.</param>
/// <param name="PerChannel">The latest activities in one channel.</param>
/// <param name="Requests">The latest calls to the connector.</param>
public sealed record Keeping(int PerChat, int PerChannel, int Requests)
{
    public static Keeping Everything { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>For very many people and rounds: what somebody needs to go on, and counts.</summary>
    public static Keeping Counts { get; } = new(PerChat: 1, PerChannel: 8, Requests: 100);
}
