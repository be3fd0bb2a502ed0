namespace RetroBot.Host.Privacy;

/// <summary>The master key is absent, unusable, or not the one that a round was opened under.</summary>
internal sealed class MasterKeyException : Exception
{
    public MasterKeyException()
    {
    }

    public MasterKeyException(string message) : base(message)
    {
    }

    public MasterKeyException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
