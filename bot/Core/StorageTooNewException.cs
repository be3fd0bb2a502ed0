namespace RetroBot.Core;

/// <summary>A later version of RetroBot has stored what this one would misread, so that it uses nothing of it.</summary>
public sealed class StorageTooNewException : StorageUnavailableException
{
    public StorageTooNewException()
    {
    }

    public StorageTooNewException(string message) : base(message)
    {
    }

    public StorageTooNewException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
