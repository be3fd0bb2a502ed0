namespace RetroBot.Host.Diagnosis;

/// <summary>Finds out whether RetroBot and Teams know one another.</summary>
internal interface IBotFrameworkProbe
{
    /// <summary>Not on a developer's machine, where nothing is signed.</summary>
    bool IsNeeded { get; }

    /// <summary>Has Entra give the token with which RetroBot speaks to Teams. Nothing is sent to Teams.</summary>
    /// <exception cref="Core.ChannelUnavailableException">It gives none.</exception>
    Task SignInAsync(CancellationToken ct);

    /// <summary>Reads where the keys are by which Teams' messages are known.</summary>
    /// <exception cref="Core.ChannelUnavailableException">That is out of reach.</exception>
    Task FindKeysAsync(CancellationToken ct);
}
