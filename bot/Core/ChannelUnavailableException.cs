namespace RetroBot.Core;

/// <summary>The channel did not take a request, or not for certain. What was to be done is done again later.</summary>
public sealed class ChannelUnavailableException : Exception
{
    public ChannelUnavailableException()
    {
    }

    public ChannelUnavailableException(string message) : base(message)
    {
    }

    public ChannelUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
