namespace RetroBot.Core.Deliveries;

/// <summary>What is known of a person's own chat with RetroBot.</summary>
/// <param name="Conversation">The id by which the channel knows it; null where it is not known.</param>
/// <param name="Barrier">Null where cards can be sent.</param>
public sealed record Chat(string? Conversation, ChatBarrier? Barrier)
{
    public static Chat Unknown { get; } = new(null, null);

    /// <summary>What is known once a send has ended.</summary>
    public Chat After(SendResult result) => result switch
    {
        SendResult.ChatMade(var conversation) => new Chat(conversation, Barrier: null),
        SendResult.Sent => this with { Barrier = null },
        SendResult.Refused(DeliveryState.Blocked) => this with { Barrier = ChatBarrier.Blocked },
        SendResult.Refused(DeliveryState.NotInstalled) => this with { Barrier = ChatBarrier.NotInstalled },
        SendResult.ChatGone or SendResult.Refused(DeliveryState.Unreachable) => this with { Conversation = null },
        _ => this,
    };

    /// <summary>The state of a line that is not attempted; null where it may be.</summary>
    public DeliveryState? Refusal => Barrier switch
    {
        null => null,
        ChatBarrier.Blocked => DeliveryState.Blocked,
        ChatBarrier.NotInstalled => DeliveryState.NotInstalled,
        _ => throw new InvalidOperationException($"No rule for {Barrier}."),
    };
}
