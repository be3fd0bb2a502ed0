using NodaTime;

namespace RetroBot.Host.Deliveries;

/// <summary>A request that was not made, because the channel asked for patience before, or its conversation has had too many.</summary>
internal sealed class ChannelBusyException : Exception
{
    public ChannelBusyException()
    {
    }

    public ChannelBusyException(string message) : base(message)
    {
    }

    public ChannelBusyException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public ChannelBusyException(Duration after) : base("The channel is busy; nothing was asked of it.") => After = after;

    public Duration After { get; }
}
