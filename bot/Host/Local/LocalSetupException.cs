namespace RetroBot.Host.Local;

/// <summary>Something that a developer's machine lacks, or has in the way. The message is meant for the person who typed <c>dotnet run</c> and says what to do.</summary>
internal sealed class LocalSetupException(string message, Exception? inner = null) : Exception(message, inner);
