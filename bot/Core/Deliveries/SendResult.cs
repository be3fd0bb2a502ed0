using NodaTime;

namespace RetroBot.Core.Deliveries;

/// <summary>What the channel said to one send.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    public sealed record Sent : SendResult;

    /// <summary>The chat is there, and nothing was sent into it yet.</summary>
    public sealed record ChatMade(string Conversation) : SendResult;

    /// <summary>It has not arrived: the chat is not there any more. A new one can be made.</summary>
    public sealed record ChatGone : SendResult;

    /// <summary>It may have arrived; it is not sent again blindly.</summary>
    public sealed record Unknown : SendResult;

    /// <summary>It has not arrived and will not: the state says why.</summary>
    public sealed record Refused(DeliveryState State) : SendResult;

    /// <summary>It has not arrived; the channel asks for patience.</summary>
    /// <param name="After">Null where the channel did not say for how long.</param>
    public sealed record TryLater(Duration? After) : SendResult;

    /// <summary>Nothing can be sent for anybody until an operator mends it.</summary>
    public sealed record Impossible(string Reason) : SendResult;
}
