namespace RetroBot.Host.Privacy;

/// <summary>The master key is absent, unusable, or not the one that is needed. The message says what an operator can do, and holds nothing of a key.</summary>
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

    /// <param name="place">A file, or a version of a secret.</param>
    public static MasterKeyException NoKey(string place) =>
        new($"{place} does not hold a master key: {SecretKey.Length} random bytes in base64 are expected, such as `openssl rand -base64 {SecretKey.Length}` prints.");
}
