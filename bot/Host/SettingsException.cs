namespace RetroBot.Host;

/// <summary>RetroBot cannot start with its settings. The message holds every problem at once, and no secret.</summary>
internal sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message) : base(message)
    {
    }

    public SettingsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public SettingsException(IReadOnlyCollection<string> problems)
        : base($"RetroBot cannot start. {(problems.Count == 1 ? "One setting needs" : $"{problems.Count} settings need")} attention:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  - {problem}"))}")
    {
    }
}
