namespace RetroBot.Host.Storage.Backups;

/// <summary>A backup could not be made or restored. The message says to whoever asked for it why, and what to do.</summary>
internal sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message) : base(message)
    {
    }

    public BackupException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
