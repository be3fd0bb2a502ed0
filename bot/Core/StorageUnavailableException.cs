namespace RetroBot.Core;

/// <summary>Storage did not take a request, or not for certain. Nothing is half-written; what was to be done is done again later.</summary>
public class StorageUnavailableException : Exception
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message) : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
